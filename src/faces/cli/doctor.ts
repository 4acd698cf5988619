import { Command } from 'commander'
import type { OpenGround } from '#ground/open.ts'
import { withGround } from './house.ts'
import { print } from './say.ts'

interface Finding {
  name: string
  ok: boolean
  detail: string
}

export const doctorCommand = new Command('doctor')
  .description('Look for what is wrong; exit code 1 when something is')
  .option('--json')
  .action(async (options: { json?: boolean }) => {
    const findings = await withGround(examine)
    print({ findings }, options, findings.map(({ ok, name, detail }) => `${ok ? 'ok  ' : 'BAD '} ${name}: ${detail}`).join('\n'))
    if (findings.some((finding) => !finding.ok)) process.exitCode = 1
  })

/** Warnings about settings that weaken the place, dead jobs, and each feature's own counts of what should be nought. */
export async function examine(ground: OpenGround): Promise<Finding[]> {
  const { config, db, house, jobs } = ground
  const findings: Finding[] = [
    { name: 'private hosts', ok: config.ALLOW_PRIVATE_HOSTS.length === 0, detail: config.ALLOW_PRIVATE_HOSTS.join(', ') || 'none allowed' },
    { name: 'rate limits', ok: config.RATE_LIMITS === 'on', detail: config.RATE_LIMITS },
    { name: 'https', ok: config.loopback || config.origin.startsWith('https:'), detail: config.origin },
  ]
  const dead = await jobs.dead()
  findings.push({ name: 'dead jobs', ok: dead.length === 0, detail: `${dead.length}` })
  for (const feature of house.features) {
    for (const [name, look] of Object.entries(feature.health ?? {})) {
      const found = await look(db.q, ground)
      const count = typeof found === 'number' ? found : found.length
      findings.push({ name: `${feature.name}: ${name}`, ok: count === 0, detail: [`${count}`, ...(typeof found === 'number' ? [] : found)].join(', ') })
    }
  }
  return findings
}
