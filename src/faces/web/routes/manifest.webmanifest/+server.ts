import { messagesOf } from '#pure/words/index.ts'
import { directionOf } from '../../locale.ts'
import type { RequestHandler } from './$types'

/** The installed app carries the reader's own name for the place. */
export const GET: RequestHandler = ({ locals: { locale } }) => {
  const words = messagesOf(locale)
  const manifest = {
    id: '/',
    name: words['site.name'],
    short_name: words['site.name'],
    description: words['site.about'],
    lang: locale,
    dir: directionOf(locale),
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#FBF8F3',
    theme_color: '#FBF8F3',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-mask.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: words['frame.write'], url: '/new' },
      { name: words['frame.search'], url: '/search' },
    ],
  }
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8', 'cache-control': 'private, max-age=3600', vary: 'cookie, accept-language' },
  })
}
