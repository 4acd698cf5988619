/** The front door: configuration → ground → features → faces; closes all in reverse order. */
import { apiFace } from '#faces/api/index.ts'
import { mediaFace } from '#faces/api/media.ts'
import { oauthFace } from '#faces/api/oauth.ts'
import { plainFace } from '#faces/api/plain.ts'
import { uploadFace, withBodies } from '#faces/api/uploads.ts'
import { webFace } from '#faces/web/handler.ts'
import { authenticate } from '#features/people/index.ts'
import { readConfig } from '#ground/config/index.ts'
import { listen } from '#ground/http/listen.ts'
import type { Job } from '#ground/jobs/index.ts'
import { openGround } from '#ground/open.ts'
import { features } from './rooms.ts'

export interface House {
  url: string
  close(): Promise<void>
}

/** Roles: `serve` answers requests, `work` runs jobs; the default does both. */
export async function openHouse(
  environment: Record<string, string | undefined>,
  overrides: Record<string, string> = {},
  roles = { serve: true, work: true },
): Promise<House> {
  const config = readConfig(environment, overrides)
  const ground = await openGround(config, features)
  for (const feature of [...features].reverse()) await feature.start?.(ground)
  if (roles.work) await ground.jobs.work(ground.allJobs as Job[])
  if (!roles.serve) return { url: '', close: ground.close }
  const api = withBodies(ground, authenticate, apiFace(ground, features, authenticate))
  const server = await listen(ground, [
    mediaFace(ground),
    uploadFace(ground, authenticate),
    plainFace(ground, api),
    oauthFace(ground),
    await webFace(ground, api),
  ])
  return {
    url: config.ORIGIN ? config.origin : `http://localhost:${server.port}`,
    async close() {
      ground.live.endAll()
      await server.close()
      await ground.close()
    },
  }
}
