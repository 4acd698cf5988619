/**
 * Every table of the house. A feature adds its own in its `tables.ts`:
 * `declare module '#ground/database/tables.ts' { interface Tables { notes: NotesTable } }`.
 * Who may write which is held by `tools/check-tables.ts`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: features fill it by declaration merging
export interface Tables {}
