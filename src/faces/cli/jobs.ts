import { Command } from 'commander'
import { replayEvents, subscriptionsOf } from '#ground/outbox/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { features } from '../../rooms.ts'
import { withGround } from './house.ts'
import { print } from './say.ts'

export const jobsCommand = new Command('jobs').description('Background work')
const dead = jobsCommand.command('dead').description('Jobs that failed for good')

dead
  .command('list', { isDefault: true })
  .option('--json')
  .action(async (options: { json?: boolean }) => {
    const found = await withGround((ground) => ground.jobs.dead())
    print(
      { items: found },
      options,
      found.length === 0 ? 'No dead jobs.' : found.map((job) => `${job.id}  ${job.job}  ${job.at.toISOString()}  ${job.error}`).join('\n'),
    )
  })

dead
  .command('retry <id>')
  .description('Try one again')
  .option('--json')
  .action(async (id: string, options: { json?: boolean }) => {
    const found = await withGround((ground) => ground.jobs.retryDead(id))
    if (!found) throw new Refusal('not-found')
    print({ retried: id }, options, `${id} waits to be tried again.`)
  })

export const eventsCommand = new Command('events').description('What happened here')

eventsCommand
  .command('replay')
  .description('Tell a feature again all that happened in the last 30 days')
  .requiredOption('--for <feature>')
  .option('--json')
  .action(async (options: { for: string; json?: boolean }) => {
    const count = await withGround((ground) => ground.db.transaction((tx) => replayEvents(tx, ground.jobs, subscriptionsOf(features), options.for)))
    print({ events: count }, options, `${count} events wait for ${options.for}.`)
  })
