import type { PageLoad } from './$types'

/** A form without script brings the bridge's answer with the page, so what shows it has to be there at once; else it comes when one writes. */
export const load: PageLoad = async ({ data, url }) => ({
  ...data,
  Bridge: url.searchParams.has('/bridge') ? (await import('../../../parts/ReplyBridge.svelte')).default : null,
})
