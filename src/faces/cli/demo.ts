import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { createSignInLink, memberIds } from '#features/people/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import type { OpenGround } from '#ground/open.ts'
import { Refusal } from '#pure/problem/index.ts'
import { fillWorld } from '../../../demo/fill.ts'
import { features } from '../../rooms.ts'
import { withGround } from './house.ts'
import { print, progress } from './say.ts'

export const demoCommand = new Command('demo')
  .description('Fill an empty place with the demo world')
  .option('--seed <number>', 'another seed, another world', '1')
  .option('--data <folder>', 'data folder')
  .option('--json')
  .action(async (options: { seed: string; data?: string; json?: boolean }) => {
    const links = await fillDemo({ seed: Number(options.seed) }, options.data ? { DATA_DIR: options.data } : {})
    if (!links) throw new Refusal('not-empty')
    print(
      { links },
      options,
      Object.entries(links)
        .map(([handle, link]) => `Sign in as ${handle}: ${link}`)
        .join('\n'),
    )
  })

/** Fills the place unless somebody lives there already; answers sign-in links for Lin and Dana. */
export async function fillDemo({ seed }: { seed: number }, overrides: Record<string, string>): Promise<Record<string, string> | null> {
  const fill = async (ground: OpenGround): Promise<Record<string, string> | null> => {
    if ((await memberIds(ground.db.q, null, 1)).length > 0) return null
    const bar = progress('Demo world')
    // From the beginning: what an empty place has to do anyway (reading its dictionaries) is done beside the story.
    await ground.jobs.work(ground.allJobs as Job[])
    const people = await fillWorld(ground, features, { seed, topicKinds: await topicKinds(), progress: bar })
    await ground.db.transaction(async (tx) => {
      await ground.jobs.enqueue(tx, 'feed.rebuild', {})
      for (const kind of ground.house.searchable.keys()) await ground.jobs.enqueue(tx, 'search.rebuild', { kind })
    })
    await drained(ground)
    bar.end()
    const links: Record<string, string> = {}
    for (const handle of ['lin', 'dana']) {
      const id = people.get(handle)
      if (id) links[handle] = await createSignInLink(ground, id)
    }
    return links
  }
  return withGround(fill, overrides, { lazyCommit: true })
}

async function topicKinds(): Promise<Map<string, string>> {
  const text = await readFile(new URL('../../features/topics/data/topics.tsv', import.meta.url), 'utf8')
  return new Map(
    text
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map(([id = '', kind = '']) => [id, kind]),
  )
}

const MOST_WAIT_MS = 120_000

/** Until what the world caused (index, projections, notices) is done: an open page should show it at once. */
async function drained({ jobs, clock }: OpenGround): Promise<void> {
  const until = clock.now().getTime() + MOST_WAIT_MS
  while (clock.now().getTime() < until) {
    if (Object.keys(await jobs.waiting()).length === 0) return
    await clock.sleep(200)
  }
}
