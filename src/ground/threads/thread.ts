import { parentPort } from 'node:worker_threads'
import { KERNELS, type KernelName } from '#pure/recommender/index.ts'

export interface Task {
  kernel: KernelName
  input: unknown
  from: number
  to: number
  part: number
}

parentPort?.on('message', ({ kernel, input, from, to, part }: Task) => {
  ;(KERNELS[kernel] as (...args: unknown[]) => void)(input, from, to, part)
  parentPort?.postMessage(null)
})
