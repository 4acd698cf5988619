import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

const PARTS = 'Avatar|EmptyPage|Feed|Icon|LanguageChip|LanguageMenu|Like|MainNav|Menu|PaperCover|Picture|SearchBox|Tile|Toasts|Waterfall|tile-shape'
const everyFeed = new RegExp(
  [
    `/faces/web/parts/(${PARTS})\\.`,
    '/faces/web/(api|live|locale|paths|time|gone\\.svelte|toasts\\.svelte|toggle\\.svelte|typed|words)\\.ts',
    '/faces/web/routes/(\\(feeds\\)/)?\\+(error|layout)\\.svelte',
    '/pure/words/format\\.ts',
  ].join('|'),
)

export default defineConfig({
  plugins: [
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
