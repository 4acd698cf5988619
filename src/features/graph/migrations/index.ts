import * as graph from './0001-graph.ts'
import * as pages from './0002-pages.ts'

export const migrations = { '0001-graph': graph, '0002-pages': pages }
