export interface IalsOptions {
  /** Numbers a reader or an item is described by. */
  dimensions: number
  sweeps: number
  /** Weight of all items together as not done, against 1 for each that was: so it fits few items and many. */
  background: number
  regularisation: number
  /** Conjugate gradient steps a row and sweep; each begins where the last sweep ended. */
  steps: number
}

/** As measured on three public sets: six sweeps beat ten, and stronger regularisation collapses. */
export const IALS_DEFAULTS: IalsOptions = { dimensions: 64, sweeps: 6, background: 220, regularisation: 0.01, steps: 3 }
