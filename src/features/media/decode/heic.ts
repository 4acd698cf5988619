import { createRequire } from 'node:module'
import sharp, { type Sharp } from 'sharp'
import { Refusal } from '#pure/problem/index.ts'
import { checkSize } from '../picture.ts'

interface HeifImage {
  get_width(): number
  get_height(): number
  /** Fills `data` (RGBA) and calls back with null when the picture is broken. */
  display(target: { data: Uint8ClampedArray; width: number; height: number }, done: (result: object | null) => void): void
  free?(): void
}
interface Libheif {
  HeifDecoder: new () => { decode(file: Uint8Array): HeifImage[] }
}

/** The first picture of a HEIC file, upright, by libheif in WebAssembly (sharp's own build has no HEVC). Throws Refusal `heic-too-large`, `picture-…`. */
export async function decodeHeic(file: Uint8Array): Promise<{ width: number; height: number; image: Sharp }> {
  // Loaded on first use: it is 1.4 MB of WebAssembly.
  const libheif = createRequire(import.meta.url)('libheif-js/wasm-bundle') as Libheif
  const [image] = new libheif.HeifDecoder().decode(file)
  if (!image) throw new Refusal('picture-broken')
  const width = image.get_width()
  const height = image.get_height()
  checkSize({ width, height, frames: 1, heic: true })
  const data = new Uint8ClampedArray(width * height * 4)
  // It calls back later, also when it fails.
  const shown = await new Promise<object | null>((done) => image.display({ data, width, height }, done))
  image.free?.()
  if (!shown) throw new Refusal('picture-broken')
  return { width, height, image: sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } }) }
}
