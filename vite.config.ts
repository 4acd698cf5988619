import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

const PARTS = 'Avatar|EmptyPage|Feed|Icon|LanguageChip|LanguageMenu|Like|MainNav|Menu|PaperCover|Picture|SearchBox|Tile|Toasts|Waterfall|tile-shape'
const everyFeed = new RegExp(
  [
    `/faces/web/parts/(${PARTS})\\.`,
    '/faces/web/(api|live|locale|paths|time|gone\\.svelte|toasts\\.svelte|toggle\\.svelte|typed|words)\\.ts',
    '/faces/web/routes/(\\(feeds\\)/)?\\+(error|layout)\\.svelte',
    '/pure/words/format\\.ts',
  ].join('|'),
)

/** With the shortest hash that placeholders leave room for. */
const named = <T>(names: string | ((of: T) => string) | undefined, of: T): string =>
  (typeof names === 'function' ? names(of) : (names ?? '[hash]')).replace('[hash]', '[hash:7]')

/** The first visit loads a list of all files of the site, and hashes do not compress; 42 bits of one tell files apart. */
const shortNames: Plugin = {
  name: 'short-names',
  outputOptions: ({ entryFileNames, chunkFileNames, assetFileNames, ...options }) => ({
    ...options,
    entryFileNames: (chunk: Rolldown.PreRenderedChunk) => named(entryFileNames, chunk),
    chunkFileNames: (chunk: Rolldown.PreRenderedChunk) => named(chunkFileNames, chunk),
    assetFileNames: (asset: Rolldown.PreRenderedAsset) => named(assetFileNames, asset).replace(asset.names[0]?.endsWith('.css') ? '[name].' : '', ''),
  }),
}

export default defineConfig({
  plugins: [
    shortNames,
    sveltekit({
      adapter: adapter({ out: 'build', precompress: true }),
      files: {
        src: 'src/faces/web',
        assets: 'src/faces/web/static',
        routes: 'src/faces/web/routes',
        appTemplate: 'src/faces/web/app.html',
        errorTemplate: 'src/faces/web/error.html',
        serviceWorker: 'src/faces/web/offline',
        hooks: { server: 'src/faces/web/hooks.server.ts' },
      },
      compilerOptions: { runes: true },
      // Security X2. Style attributes carry sizes and focal points of pictures; scripts never come inline without a nonce.
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'media-src': ['self', 'blob:'],
          'connect-src': ['self'],
          'worker-src': ['self'],
          'manifest-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
      // Addresses must not depend on where a page was read from: the offline copy of a page is opened elsewhere.
      paths: { relative: false },
      serviceWorker: { register: true },
    }),
  ],
  build: { target: 'es2022' },
  // What every feed needs comes as one file: small files compress badly, and the page's budget is 60 KB.
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'feed', test: everyFeed }] } } } } } },
  server: { watch: { ignored: ['**/data/**', '**/build/**'] } },
})
