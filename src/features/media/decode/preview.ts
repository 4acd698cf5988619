import sharp, { type Sharp } from 'sharp'
import { rgbaToThumbHash, thumbHashToRGBA } from 'thumbhash'

/** The blur that stands in for a picture: its ThumbHash (base64) and that as a data: URL of a few hundred characters. */
export async function previewOf(image: Sharp): Promise<{ thumbhash: string; preview: string }> {
  const { data, info } = await image
    .resize({ width: 100, height: 100, fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const hash = rgbaToThumbHash(info.width, info.height, data)
  const { w, h, rgba } = thumbHashToRGBA(hash)
  const blur = await sharp(Buffer.from(rgba), { raw: { width: w, height: h, channels: 4 } })
    .webp({ quality: 40, alphaQuality: 40, effort: 4 })
    .toBuffer()
  return { thumbhash: Buffer.from(hash).toString('base64'), preview: `data:image/webp;base64,${blur.toString('base64')}` }
}
