import { serveFile } from '#features/media/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Face } from '#ground/http/listen.ts'
import { problemOf, problemResponse } from '#ground/http/problem.ts'

/** The files of pictures, at /media/files. With MEDIA_ORIGIN that host answers nothing else, and ours sends there (security U1). */
export function mediaFace(ground: Ground): Face {
  const { MEDIA_ORIGIN } = ground.config
  const host = MEDIA_ORIGIN && new URL(MEDIA_ORIGIN).host
  return {
    takes: (path, { headers }) => path.startsWith('/media/files/') || (host !== undefined && headers.host?.toLowerCase() === host),
    async fetch(request) {
      const url = new URL(request.url)
      // Addresses that were given away before there was a host for media.
      if (host && url.host !== host) return new Response(null, { status: 308, headers: { location: MEDIA_ORIGIN + url.pathname + url.search } })
      return serveFile(ground, request).catch((error) => problemResponse(problemOf(error, { locale: 'en', log: ground.log, id: ground.ids.next() })))
    },
  }
}
