import { gramOfRows, solveRows, timesNormalisedRows, triangularRows, turnRows } from './kernels.ts'
import { neighbourRows } from './neighbours.ts'
import { rankRows } from './rank-rows.ts'

/** Heavy work over rows, each part of them on its own; all arrays of an input lie in shared memory. */
export const KERNELS = { gramOfRows, neighbourRows, rankRows, solveRows, timesNormalisedRows, triangularRows, turnRows } as const
export type KernelName = keyof typeof KERNELS
export type KernelInput<Name extends KernelName> = Parameters<(typeof KERNELS)[Name]>[0]

/** Into so many parts rows are cut, however many threads there are: sums over parts come out alike on every machine. */
export const PARTS = 16

/** Who does the work over rows. */
export interface Crew {
  /** Resolves when the kernel has gone over all `rows`. */
  run<Name extends KernelName>(kernel: Name, input: KernelInput<Name>, rows: number): Promise<void>
}

/** Rows `from` … `to` of each part. */
export function rowParts(rows: number): { from: number; to: number; part: number }[] {
  const edge = (part: number) => Math.floor((rows * part) / PARTS)
  return Array.from({ length: PARTS }, (_, part) => ({ from: edge(part), to: edge(part + 1), part }))
}

/** Everything in this thread. */
export const alone: Crew = {
  run: async (kernel, input, rows) => {
    for (const { from, to, part } of rowParts(rows)) (KERNELS[kernel] as (...args: unknown[]) => void)(input, from, to, part)
  },
}
