import { after, DAY, MINUTE } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { anonymous, type Member, SCOPES, type Scope, type Viewer } from '#ground/http/viewer.ts'
import { fingerprint } from '#ground/ids/index.ts'
import { interfaceLanguages, negotiate } from '#pure/lexicon/languages.ts'
import { Refusal } from '#pure/problem/index.ts'
import { bySession, byToken, touchSession } from './queries/sessions.ts'

const IDLE_DAYS = 30
/** Reading does not write: when a session was last seen is kept this coarsely. */
const SEEN_EVERY = 10 * MINUTE
const ALL: ReadonlySet<Scope> = new Set(SCOPES)

/**
 * Who asks: by session cookie (the site) or bearer token (programs), else anonymous with a negotiated language.
 * A bearer token that is not valid is refused (401) rather than read as nobody.
 */
export async function authenticate(
  ground: Ground,
  { session, bearer, languages }: { session: string | null; bearer: string | null; languages: string },
): Promise<Viewer> {
  const now = ground.clock.now()
  if (bearer) {
    const row = await byToken(ground.db.q, fingerprint(bearer))
    if (row?.state !== 'active') throw new Refusal('wrong-credentials')
    return member(ground, row, new Set(row.scopes as Scope[]), { sessionId: null, strong: row.scopes.includes('admin') })
  }
  if (session) {
    const row = await bySession(ground.db.q, fingerprint(session), after(now, -IDLE_DAYS * DAY))
    if (row && row.state === 'active') {
      if (row.seenAt < after(now, -SEEN_EVERY)) await touchSession(ground.db.q, row.sessionId, now)
      return member(ground, row, ALL, { sessionId: row.sessionId, strong: row.strong })
    }
  }
  return anonymous(negotiate(languages, interfaceLanguages) ?? 'en')
}

type Row = NonNullable<Awaited<ReturnType<typeof byToken>>> | NonNullable<Awaited<ReturnType<typeof bySession>>>

function member({ mail }: Ground, row: Row, scopes: ReadonlySet<Scope>, { sessionId, strong }: Pick<Member, 'sessionId' | 'strong'>): Member {
  return {
    kind: 'member',
    id: row.id,
    handle: row.handle,
    role: row.role,
    locale: negotiate(row.locale, interfaceLanguages) ?? 'en',
    reads: row.reads,
    scopes,
    minor: row.minor,
    confirmed: !mail.available || row.confirmedAt !== null,
    sessionId,
    strong,
  }
}
