/** How long suggestions take while one types, with as many names as a large place has. */
import { sql } from 'kysely'
import { suggest } from '#features/search/suggest.ts'
import { anonymous, type Member } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { OpenGround } from '#ground/open.ts'
import { foldLabelLoose } from '#pure/lexicon/fold.ts'
import { readingTerms } from '#pure/lexicon/readings.ts'
import { idOf } from '../rows.ts'
import { table } from '../table.ts'
import { name, pick, type Random, seeded } from '../words.ts'

/** Milliseconds at the 99th percentile. */
const AIM = 100
const PEOPLE = 100_000
const BOARDS = 20_000
const BATCH = 5_000
const ASKED = 250
const LENGTHS = [1, 2, 3, 5] as const

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
]
const GIVEN = [...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文华建国小红志玉春梅雨晨子涵欣怡浩宇梓轩诗若云海山川星月风雪林森木石清远安宁乐天一二三五']

/** Half of the people have a Chinese name, as half of the notes of the other benches are Chinese. */
const named = (random: Random, i: number): string =>
  i % 2 === 0 ? pick(random, SURNAMES) + pick(random, GIVEN) + (random() < 0.7 ? pick(random, GIVEN) : '') : `${name(random)} ${name(random)}`

const foldsOf = (text: string): string[] => [...new Set([foldLabelLoose(text), ...readingTerms(text).map((term) => term.slice(1))])].filter(Boolean)

async function fill({ db }: OpenGround, random: Random): Promise<string[]> {
  const names: string[] = []
  const at = '2026-01-01T00:00:00Z'
  for (let from = 0; from < PEOPLE + BOARDS; from += BATCH) {
    const things = Array.from({ length: BATCH }, (_, n) => {
      const i = from + n
      const kind = i < PEOPLE ? 'person' : 'board'
      return { i, kind, id: idOf(kind, i, 1_767_225_600_000 + i), name: named(random, i), owner: idOf('person', i % PEOPLE, 1_767_225_600_000 + (i % PEOPLE)) }
    })
    const json = JSON.stringify(things)
    await sql`insert into actors (id, handle, uri, kind, name, locked, created_at)
      select id, 'someone' || i, 'bench:' || id, 'person', name, false, ${at}::timestamptz from jsonb_to_recordset(${json}::jsonb) as t (i integer, kind text, id uuid, name text) where kind = 'person'`.execute(
      db.q,
    )
    await sql`insert into boards (id, owner_id, name, description, secret, is_default, created_at, updated_at)
      select id, owner, name, '', false, false, ${at}::timestamptz, ${at}::timestamptz from jsonb_to_recordset(${json}::jsonb) as t (kind text, id uuid, name text, owner uuid) where kind = 'board'`.execute(
      db.q,
    )
    const folded = things.flatMap(({ kind, id, name: said }) => foldsOf(said).map((fold) => ({ kind, id, name: said, folded: fold })))
    await sql`insert into search_names select kind, id, name, folded from jsonb_to_recordset(${JSON.stringify(folded)}::jsonb) as t (kind text, id text, name text, folded text) on conflict do nothing`.execute(
      db.q,
    )
    names.push(...things.map((one) => one.name))
  }
  await sql`insert into members (actor_id, email, role, state, locale, reads, writes, time_zone, minor, settings, created_at)
    select id, handle || '@example.org', 'member', 'active', 'en', '{en}', '{en}', 'UTC', false, '{}', created_at from actors a where not exists (select 1 from members m where m.actor_id = a.id)`.execute(
    db.q,
  )
  for (const one of ['actors', 'members', 'boards', 'search_names']) await sql`analyze ${sql.table(one)}`.execute(db.q)
  return names
}

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Prints how long suggestions take for the first letters of names and topics. Answers whether the aim is kept. */
export async function measureSuggestions(ground: OpenGround): Promise<boolean> {
  const random = seeded(3)
  const names = await fill(ground, random)
  const { rows: labels } = await sql<{ label: string }>`select label from topic_labels`.execute(ground.db.q)
  const someone = await sql<{ id: ActorId }>`select id from actors order by id limit 1`.execute(ground.db.q)
  const facts = {
    handle: 'reader',
    role: 'member',
    locale: 'en',
    reads: ['en'],
    minor: false,
    scopes: new Set(),
    confirmed: true,
    sessionId: null,
    strong: false,
  }
  const member = { kind: 'member', id: someone.rows[0]?.id, ...facts } as unknown as Member
  const typed = Array.from({ length: ASKED }, (_, i) => (i % 2 ? pick(random, names) : (pick(random, labels)?.label ?? '')))
  for (const word of typed.slice(0, 20)) await suggest(ground, member, word)
  const rows: (string | number)[][] = []
  for (const viewer of [member, anonymous('en')])
    for (const length of LENGTHS) {
      const times: number[] = []
      for (const word of typed) {
        const since = performance.now()
        await suggest(ground, viewer, [...word].slice(0, length).join(''))
        times.push(performance.now() - since)
      }
      times.sort((a, b) => a - b)
      rows.push([`${length} letters, ${viewer === member ? 'member' : 'anyone'}`, quantile(times, 0.5), quantile(times, 0.99), times.at(-1) ?? 0, `≤ ${AIM}`])
    }
  process.stdout.write(
    `Suggestions, ${(PEOPLE + BOARDS).toLocaleString('en')} names of people and boards\n${table(['typed', 'p50 ms', 'p99 ms', 'most', 'aim'], rows)}\n`,
  )
  return rows.every((row) => Number(row[2]) <= AIM)
}
