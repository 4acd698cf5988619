import { Command } from 'commander'
import { openHouse } from '../../main.ts'
import { fillDemo } from './demo.ts'
import { complain } from './say.ts'

interface Options {
  port?: string
  data?: string
  host?: string
  demo?: boolean
}

export const overridesOf = ({ port, data, host }: Options): Record<string, string> => ({
  ...(port === undefined ? {} : { PORT: port }),
  ...(data === undefined ? {} : { DATA_DIR: data }),
  ...(host === undefined ? {} : { HOST: host }),
})

export const serveCommand = new Command('serve')
  .description('Serve the place (and work on its jobs, unless --no-work)')
  .option('--port <number>', 'port to listen on')
  .option('--host <address>', 'address to listen on')
  .option('--data <folder>', 'data folder')
  .option('--demo', 'fill an empty place with the demo world first')
  .option('--no-work', 'answer requests only')
  .action(async (options: Options & { work: boolean }) => {
    if (options.demo) await fillDemo({ seed: 1 }, overridesOf(options))
    const house = await openHouse(process.env, overridesOf(options), { serve: true, work: options.work })
    stopOnSignal(house.close)
    process.stdout.write(`Commonplace is ready at ${house.url}\n`)
  })

export const workCommand = new Command('work')
  .description('Work on jobs only')
  .option('--data <folder>', 'data folder')
  .action(async (options: Options) => {
    const house = await openHouse(process.env, overridesOf(options), { serve: false, work: true })
    stopOnSignal(house.close)
    process.stdout.write('Commonplace is working\n')
  })

/** SIGTERM and SIGINT stop gracefully, exit 0; a second signal does not make it ruder. */
function stopOnSignal(close: () => Promise<void>): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    close().then(() => process.exit(0), complain)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
}
