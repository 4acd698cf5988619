import { Upload } from 'tus-js-client'
import { api } from '../api.ts'
import type { Picture } from '../api-types.ts'
import { rest } from '../time.ts'
import type { MediaView, PictureInput } from './content.ts'

/** A picture in the composer, from the moment it was chosen. */
export interface Shot {
  /** Stays the same while it is here. */
  key: string
  /** Until the upload has an id: its key. */
  id: string
  /** Kept by the server; may be in a draft. */
  isKept: boolean
  alt: string
  focal: { x: number; y: number }
  state: 'sending' | 'checking' | 'ready' | 'failed'
  /** 0 … 1. */
  progress: number
  /** Why it failed. */
  sentence: string
  /** A local picture until the server's is there. */
  local: string | null
  picture: Picture | null
}

const LOOK_MS = 1200
const RETRIES = [0, 1000, 3000, 5000, 10_000, 20_000]
let counter = 0

export function shotOf(input: PictureInput, picture: Picture | undefined): Shot {
  return {
    key: input.id,
    id: input.id,
    isKept: true,
    alt: input.alt ?? picture?.alt ?? '',
    focal: input.focal ?? picture?.focal ?? { x: 0.5, y: 0.5 },
    state: picture ? 'ready' : 'checking',
    progress: 1,
    sentence: '',
    local: null,
    picture: picture ?? null,
  }
}
export const inputOf = (shot: Shot): PictureInput => ({ id: shot.id, alt: shot.alt, focal: { ...shot.focal } })

/** Sends one file; the shot it answers changes as it goes. `kept` runs once the server has it, `refused` says a failure in words. */
export function send(file: File, on: { added(shot: Shot): Shot; kept(): void; refused(answer: string): string }): void {
  counter += 1
  const key = `local-${counter}`
  const shot = on.added({
    key,
    id: key,
    isKept: false,
    alt: '',
    focal: { x: 0.5, y: 0.5 },
    state: 'sending',
    progress: 0,
    sentence: '',
    local: URL.createObjectURL(file),
    picture: null,
  })
  const upload = new Upload(file, {
    endpoint: '/uploads',
    retryDelays: RETRIES,
    removeFingerprintOnSuccess: true,
    metadata: { filename: file.name, filetype: file.type },
    onProgress: (sent, total) => {
      shot.progress = total > 0 ? sent / total : 0
    },
    onError: (error) => {
      // Without a connection nothing is tried again until there is one; it then goes on where it was.
      if (!navigator.onLine) return addEventListener('online', () => upload.start(), { once: true })
      shot.state = 'failed'
      shot.sentence = on.refused('originalResponse' in error ? (error.originalResponse?.getBody() ?? '') : '')
    },
    onSuccess: () => {
      shot.id = upload.url?.split('/').at(-1) ?? shot.id
      shot.isKept = true
      shot.progress = 1
      shot.state = 'checking'
      on.kept()
      void watch(shot)
    },
  })
  // The same file chosen again goes on where a cut line left it.
  void upload.findPreviousUploads().then(([before]) => {
    if (before) upload.resumeFromPreviousUpload(before)
    upload.start()
  })
}

/** Looks until the picture was processed or refused. */
export async function watch(shot: Shot): Promise<void> {
  while (shot.state === 'checking') {
    await rest(LOOK_MS)
    const seen = await api.get<MediaView>(`/media/${shot.id}`).catch(() => null)
    if (seen?.state === 'ready') {
      shot.picture = seen.picture
      shot.state = 'ready'
    } else if (seen?.state === 'failed') {
      shot.state = 'failed'
      shot.sentence = seen.sentence ?? ''
    }
  }
}
