import { serveFile } from '#features/media/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Face } from '#ground/http/listen.ts'
import { problemOf, problemResponse } from '#ground/http/problem.ts'

/** The files of pictures, at /media/files. */
export function mediaFace(ground: Ground): Face {
  return {
    takes: (path) => path.startsWith('/media/files/'),
    fetch: (request) =>
      serveFile(ground, request).catch((error) => problemResponse(problemOf(error, { locale: 'en', log: ground.log, id: ground.ids.next() }))),
  }
}
