import { z } from 'zod'
import type { Route } from '#ground/http/route.ts'

/** Seeded chance (mulberry32): the same seed asks the same things. */
export function chance(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
  return { next, pick, isLikely: (share: number) => next() < share }
}
export type Chance = ReturnType<typeof chance>

const LONG = 20_000
/** Texts that have broken parsers, databases or layouts. */
export const TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udc00y',
  '\ufeff',
  '\u202eabc',
  '\u200b',
  `e${'\u0301'.repeat(200)}`,
  '👨‍👩‍👧‍👦'.repeat(50),
  'x'.repeat(LONG),
  '龘'.repeat(LONG),
  ' '.repeat(LONG),
  '<'.repeat(LONG),
  '#'.repeat(500),
  '@'.repeat(500),
  "' or 1=1 --",
  '"; drop table notes; --',
  '%',
  '%00',
  '%ff',
  '\\',
  '_%_',
  '../../etc/passwd',
  '$\u007bx}',
  '{{x}}',
  '\r\nx-evil: 1',
  'null',
  'undefined',
  'true',
  'NaN',
  'Infinity',
  '-0',
  '1e999',
  '99999999999999999999',
  '-1',
  '0',
  '0x10',
  '1.5',
  ',',
  ':',
  '*',
  '&',
  '|',
  '!',
  '()',
  'a & !b',
  "a'b",
  ':*',
  'en',
  'zh-Hans',
  'zh-',
  'x-private',
  `en-${'a'.repeat(30)}`,
  'xx-XX-xx',
  'i-klingon',
  '2026-13-45T99:99:99Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '2026-02-30T00:00:00+25:00',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  'javascript:alert(1)',
  'https://',
  'http://[::1',
  `https://a.example/${'a'.repeat(3_000)}`,
  '__proto__',
  'constructor',
  'toString',
  'note',
  'comment',
  'person',
  'word',
]
const THINGS: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  1.5,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  [],
  [[]],
  {},
  { a: 1 },
  [null],
  Array(300).fill('a'),
  Array(2_000).fill(0),
  { __proto__x: 1, constructor: { prototype: 1 } },
  nested(30),
]

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)]
}

const CURSORS: unknown[] = [
  [1, 0, 'x'],
  [1, 'x', 'y'],
  [1, 1e308, '019a0000-0000-7000-8000-000000000000'],
  [1, -1, '2026-01-01T00:00:00Z'],
  [1, '2026-99-99', '019a0000-0000-7000-8000-000000000000'],
  [1, '9999999-01-01T00:00:00Z', 'x'],
  [1, 1.5, '019a0000-0000-7000-8000-000000000000'],
  [1, 1.5, '1@x'],
  [1, 3, '5@+275760-09-13T00:00:00.000Z'],
  [1, '', ''],
  [2, 0, 'x'],
  [1, null, null],
  [1, 'a\u0000b', 'x'],
  [1, '\ud800', '\ud800'],
  {},
  'x',
  7,
]
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

interface Shape {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  prefixItems?: Shape[]
  format?: string
}

export interface Malformed {
  method: string
  path: string
  headers: Record<string, string>
  body: string | Uint8Array | undefined
}

/** Requests that are nearly right, and some that are nothing at all. `known` are ids and names that exist. */
export function malformer({ next, pick, isLikely }: Chance, known: readonly string[]) {
  const anything = (): unknown => (isLikely(0.6) ? pick(TEXTS) : isLikely(0.5) ? pick(known) : pick(THINGS))
  const text = (): string => (isLikely(0.4) ? pick(known) : isLikely(0.7) ? pick(TEXTS) : String(Math.floor(next() * 1e6)))

  function value(shape: Shape, depth = 0): unknown {
    if (isLikely(0.12) || depth > 6) return anything()
    if (shape.enum) return pick(shape.enum)
    if (shape.const !== undefined) return shape.const
    if (shape.anyOf) return value(pick(shape.anyOf), depth + 1)
    if (shape.type === 'object') return objectOf(shape, depth)
    if (shape.prefixItems) return shape.prefixItems.map((inner) => value(inner, depth + 1))
    if (shape.type === 'array') return Array.from({ length: Math.floor(next() * 4) }, () => value(shape.items ?? {}, depth + 1))
    if (shape.type === 'integer' || shape.type === 'number') return pick([0, 1, 2, 20, -1, 1.5, 1e15, 0.5])
    if (shape.type === 'boolean') return isLikely(0.5)
    if (shape.type === 'null') return null
    return text()
  }

  function objectOf(shape: Shape, depth: number): unknown {
    const made: Record<string, unknown> = {}
    for (const [key, inner] of Object.entries(shape.properties ?? {}))
      if (isLikely(shape.required?.includes(key) ? 0.97 : 0.6)) made[key] = value(inner, depth + 1)
    if (isLikely(0.05)) made[pick(TEXTS)] = anything()
    return made
  }

  function bytes(body: unknown): string | Uint8Array {
    const json = JSON.stringify(body) ?? ''
    if (isLikely(0.93)) return json
    return pick<() => string | Uint8Array>([
      () => json.slice(0, Math.floor(next() * json.length)),
      () => `${json}${json}`,
      () => new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
      () => '['.repeat(5_000),
      () => `${'{"a":'.repeat(70)}1${'}'.repeat(70)}`,
      () => '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}',
      () => json.replaceAll('"', "'"),
      () => '',
      () => `\ufeff${json}`,
      () => json.replace(/:(?=.)/, ':1e99999,"x":'),
    ])()
  }

  return (route: Route): Malformed => {
    const query = new URLSearchParams()
    for (const [key, shape] of Object.entries(shapeOf(route.query).properties ?? {})) {
      if (!isLikely(0.6)) continue
      const given = key === 'cursor' && isLikely(0.8) ? encode(pick(CURSORS)) : value(shape)
      query.append(key, typeof given === 'string' ? given : JSON.stringify(given))
      if (isLikely(0.03)) query.append(key, text())
    }
    const raw = route.path.replaceAll(/\{(\w+)\}/g, () =>
      isLikely(0.03) ? pick(['%', '%zz', '%00', '%ed%a0%80', '..%2f..', '%2e%2e']) : encodeURIComponent(text().slice(0, 2_000).toWellFormed()),
    )
    const method = isLikely(0.03) ? pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']) : route.method.toUpperCase()
    const hasBody = method !== 'GET' && method !== 'HEAD' && (route.body !== undefined || isLikely(0.05))
    return {
      method,
      path: `${raw || '/'}${query.size > 0 ? `?${query}` : ''}${isLikely(0.03) ? '&%&=&a[b]=%zz' : ''}`,
      headers: {
        ...(hasBody
          ? { 'content-type': isLikely(0.95) ? 'application/json' : pick(['text/plain', 'multipart/form-data', '', 'application/json; charset=x']) }
          : {}),
        ...(isLikely(0.1) ? { 'accept-language': pick(['', '*', 'zh', 'x'.repeat(3_000), 'en;q=zzz', ';;;,,,']) } : {}),
        ...(isLikely(0.1) ? { 'idempotency-key': pick(['', 'k', 'x'.repeat(3_000), '%00']) } : {}),
      },
      body: hasBody ? bytes(value(shapeOf(route.body))) : undefined,
    }
  }
}

const shapes = new WeakMap<z.ZodType, Shape>()
function shapeOf(type: z.ZodType | undefined): Shape {
  if (!type) return {}
  const known = shapes.get(type)
  if (known) return known
  const shape = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Shape
  shapes.set(type, shape)
  return shape
}
