import { rm } from 'node:fs/promises'
import { emptyFolder, openSite, settleHost, TEMPLATE } from './site.ts'
import { until } from './until.ts'

/** A place with its host and its dictionary, made once for a run; each journey begins in a copy of it. */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = emptyFolder()
  const site = await openSite({}, dataDir)
  await settleHost(site)
  const asked = `${site.origin}/-/api/gloss?text=${encodeURIComponent('乐队')}&language=zh-Hans&offset=0`
  await until(
    async () => (await fetch(asked)).ok,
    (isThere) => isThere,
  )
  await site.pause()
  process.env[TEMPLATE] = dataDir
  return () => rm(dataDir, { recursive: true, force: true })
}
