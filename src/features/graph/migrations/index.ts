import * as graph from './0001-graph.ts'

export const migrations = { '0001-graph': graph }
