import type { PageLoad } from './$types'

/**
 * What not every note has comes with those that have it. A form without script brings the bridge's answer with the page, so what shows it has to be there at once; else it comes when one writes.
 */
export const load: PageLoad = async ({ data, url }) => ({
  ...data,
  Words: data.note.pictureWords.length > 0 ? (await import('../../../parts/PictureWords.svelte')).default : null,
  Bridge: url.searchParams.has('/bridge') ? (await import('../../../parts/ReplyBridge.svelte')).default : null,
})
