import type { Browser } from 'playwright-core'
import { type Member, member, photographs, uploaded } from './member.ts'
import { openPlace, type Site } from './site.ts'

/** A small place where every page has something to show. */
export interface Town {
  site: Site
  lin: Member
  dana: Member
  /** Paths of a note with pictures, of one without, and of a comment. */
  pictured: string
  written: string
  comment: string
  board: string
  close(): Promise<void>
}

const ZH = ['雨停以后', '楼下的修鞋匠', '三十年的老火锅', '排练到半夜', '把旧毛衣拆了重织', '公园里下棋的人']
const EN = [
  'After the rain',
  'A bench that knows everyone',
  'Dough that waits overnight',
  'Practice until midnight',
  'Unpicking an old jumper',
  'The bookshop with the cat',
]

/** A feed shows few notes of one person in a row, so a longer one needs more people. */
const OTHERS = 10

/** Lin reads Chinese, Dana English; they and ten others wrote the notes. `notes`: how many; `pictures`: how many of them have one. */
export async function openTown(browser: Browser, { notes = 6, pictures = 2 } = {}): Promise<Town> {
  const site = await openPlace()
  try {
    return await furnish(site, browser, { notes, pictures })
  } catch (error) {
    await site.stop()
    throw error
  }
}

async function furnish(site: Site, browser: Browser, { notes, pictures }: { notes: number; pictures: number }): Promise<Town> {
  const lin = await member(browser, site.origin, 'lin', ['zh-Hans'], { locale: 'zh-CN' })
  const dana = await member(browser, site.origin, 'dana', ['en'])
  const { ask } = lin.api
  const others = await Promise.all(
    Array.from({ length: notes > 20 ? OTHERS : 0 }, (_, i) => member(browser, site.origin, `neighbour${i}`, [i % 2 === 0 ? 'zh-Hans' : 'en'])),
  )
  const authors = [lin, dana, ...others]
  const authorOf = (i: number) => authors[i % authors.length] ?? lin
  const shots = (await photographs(3)).slice(0, pictures)
  const shown = await Promise.all(
    Array.from({ length: pictures }, (_, i) => uploaded(authorOf(i), site.origin, shots[i % shots.length] as (typeof shots)[number])),
  )
  const paths: string[] = []
  for (let i = notes - 1; i >= 0; i -= 1) {
    const [titles, language] = i % 2 === 0 ? ([ZH, 'zh-Hans'] as const) : ([EN, 'en'] as const)
    const id = shown[i]
    const title = `${titles[i % titles.length]} ${i + 1}`
    const { url } = await authorOf(i).api.ask('POST', '/notes', {
      title,
      body: language === 'en' ? 'It was a long day and a good one.' : '那天很长，也很好。乐队都来了。',
      topics: [['punk', 'hot-pot', 'livehouse'][i % 3]],
      pictures: id ? [{ id, alt: 'A circle' }] : [],
      visibility: 'public',
      language,
    })
    paths[i] = url
  }
  const [pictured = '', second = ''] = paths
  // The last one of Dana's.
  const written = paths.findLast((path) => path.startsWith('/@dana/')) ?? ''
  const idOf = (path: string) => path.split('/').at(-1)
  await dana.api.ask('POST', '/layers', {
    subjectKind: 'note',
    subjectId: idOf(pictured),
    language: 'en',
    title: 'When the rain had stopped',
    body: 'That day was long, and good. The band all came.',
  })
  const comment = await dana.api.ask('POST', `/notes/${idOf(pictured)}/comments`, { body: 'Which band was it?' })
  await ask('POST', `/notes/${idOf(pictured)}/comments`, { body: '就是我们。', parentId: comment.id })
  await dana.api.ask('PUT', `/actors/${(await ask('GET', '/session')).viewer.id}/follow`)
  await ask('PUT', `/actors/${(await dana.api.ask('GET', '/session')).viewer.id}/follow`)
  for (const who of [lin, dana]) await who.api.ask('PUT', '/topics/punk/follow')
  await ask('PUT', `/notes/${idOf(second)}/like`)
  const board = await ask('POST', '/boards', { name: '留着', description: '', secret: false })
  await ask('PUT', `/boards/${board.id}/notes/${idOf(second)}`, {})
  for (const { context } of others) await context.close()
  return { site, lin, dana, pictured, written, comment: comment.url, board: board.url, close: () => site.stop() }
}
