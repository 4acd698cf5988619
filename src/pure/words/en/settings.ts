import type { Messages } from '../index.ts'

export const settings: Messages = {
  'problem.place-name-length': 'The name of a place has 1 to {count} characters.',
  'problem.set-by-host': 'This is set in the configuration of the server, so it cannot be changed here.',
}
