import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { Refusal } from '#pure/problem/index.ts'
import { ANIMATED, AVIF_WIDTHS, checkSize, isHeic, limits, type Quality, type StoredVariant, WIDEST, widthsFor } from '../picture.ts'
import { decodeHeic } from './heic.ts'
import { previewOf } from './preview.ts'

export interface Decoded {
  /** Pixels of the picture as it was, upright. */
  width: number
  height: number
  /** Base64. */
  thumbhash: string
  /** data: URL. */
  preview: string
  variants: (StoredVariant & { data: Uint8Array })[]
}

const WEBP = { full: { quality: 78, effort: 2 }, quick: { quality: 78, effort: 0 } }
const AVIF = { quality: 55, effort: 2 }
const OPEN = { limitInputPixels: limits.pixels, failOn: 'error', sequentialRead: true } as const

// Only these readers exist for the process that runs this: no SVG, no PDF, nothing that opens other files.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif', 'VipsForeignLoadHeif'] })
sharp.cache(false)
sharp.concurrency(1)

interface Pixels {
  data: Buffer
  info: { width: number; height: number; channels: 1 | 2 | 3 | 4 }
}

/**
 * Makes every served form of one picture. Runs in the limited child only.
 * Nothing of the file but its pixels goes on: EXIF, XMP, IPTC, thumbnails and colour profile end here (security U5); colours come out as sRGB.
 * Throws Refusal `picture-…` for a picture that cannot or must not be decoded.
 */
export async function decodePicture(path: string, type: string, quality: Quality): Promise<Decoded> {
  const file = await readFile(path)
  try {
    return isHeic(type) ? await decodeStill(await decodeHeic(file), quality) : await decodeFile(file, quality)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(/alloc|memory|pixel limit/i.test(String(error)) ? 'picture-too-hard' : 'picture-broken')
  }
}

async function decodeFile(file: Buffer, quality: Quality): Promise<Decoded> {
  const header = await sharp(file, { ...OPEN, limitInputPixels: false }).metadata()
  const frames = header.pages ?? 1
  checkSize({ width: header.width, height: header.height, frames })
  const { width, height } = header.autoOrient
  const decoded = await decodeStill({ width, height, image: sharp(file, OPEN).autoOrient() }, quality)
  if (frames > 1 && (header.format === 'gif' || header.format === 'webp')) {
    const moving = await animated(file, width * height * frames)
    if (moving) decoded.variants.push(moving)
  }
  return decoded
}

async function decodeStill({ width, height, image }: { width: number; height: number; image: Sharp }, quality: Quality): Promise<Decoded> {
  const master = (await image
    .resize({ width: WIDEST, height: limits.servedHeight, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })) as Pixels
  const variants: Decoded['variants'] = []
  for (const target of widthsFor(master.info.width)) {
    const scaled = () => (target === master.info.width ? open(master) : open(master).resize({ width: target }))
    variants.push(await variant(scaled().webp(WEBP[quality]), `${target}.webp`, 'image/webp'))
    if (quality === 'full' && AVIF_WIDTHS.includes(target)) variants.push(await variant(scaled().avif(AVIF), `${target}.avif`, 'image/avif'))
  }
  return { width, height, variants, ...(await previewOf(open(master))) }
}

const open = ({ data, info: { width, height, channels } }: Pixels): Sharp => sharp(data, { raw: { width, height, channels } })

async function variant(image: Sharp, name: string, type: string): Promise<Decoded['variants'][number]> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  return { name, width: info.width, height: info.pageHeight ?? info.height, type, bytes: data.length, data }
}

async function animated(file: Buffer, pixels: number): Promise<Decoded['variants'][number] | null> {
  if (pixels > limits.animatedPixels) return null
  const moving = await variant(
    sharp(file, { ...OPEN, animated: true })
      .resize({ width: 640, withoutEnlargement: true })
      .webp({ quality: 60, effort: 1 }),
    ANIMATED,
    'image/webp',
  )
  return moving.bytes <= limits.animatedBytes ? moving : null
}
