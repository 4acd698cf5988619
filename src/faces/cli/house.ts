import { readConfig } from '#ground/config/index.ts'
import { type OpenGround, openGround } from '#ground/open.ts'
import { features } from '../../rooms.ts'

/** Opens the ground for one command (starting the embedded database when it is not running) and closes it after. */
export async function withGround<T>(
  work: (ground: OpenGround) => Promise<T>,
  overrides: Record<string, string> = {},
  given: Parameters<typeof openGround>[2] = {},
): Promise<T> {
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env }, overrides)
  const ground = await openGround(config, features, given)
  try {
    for (const feature of [...features].reverse()) await feature.start?.(ground)
    return await work(ground)
  } finally {
    await ground.close()
  }
}
