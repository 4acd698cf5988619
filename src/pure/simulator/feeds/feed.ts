/** Slots of a page, in Discover and here. */
export const SLOTS = 12

/** Who decides what a reader sees. It knows what the place knows; only the oracle looks further. */
export interface Feed {
  /** Page `turn` (0 …) of a visit at the place's time: ≤ SLOTS different notes that are published, the best first. */
  page(reader: number, turn: number): Uint32Array | Promise<Uint32Array>
  /** After each page: which slots were looked at (the first so many). What they did stands in the place by then. */
  heard?(reader: number, page: Uint32Array, looked: number): void | Promise<void>
  /** Before each day: training, tables that are made again once in a while. */
  morning?(day: number): void | Promise<void>
}
