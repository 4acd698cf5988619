import type { z } from 'zod'
import type { Ground } from '#ground/feature.ts'
import type { Anonymous, Member, RemoteActor, Role, Scope, Viewer } from './viewer.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** What a route may know of the request beyond its input. */
export interface Call {
  /** Address of the client, shortened to /24 or /64: for counts only, never stored with a person. */
  network: string
  userAgent: string
  idempotencyKey: string | null
  /** Sets a cookie on the answer; people's sign-in routes alone use it. */
  cookie(name: 'session', value: string | null): void
  /** The caller must send this header back, e.g. Location. */
  header(name: string, value: string): void
  /** Asks anew who calls, by the same credentials: answers that last for hours do (security D5). */
  again(): Promise<Viewer>
  /** Aborted when the client goes away. */
  signal: AbortSignal
}

export interface Limit {
  /** Tries allowed in the window, per account (members) or network (others, and everyone on a route for guests). */
  count: number
  windowSeconds: number
}

export interface RouteInput<P, Q, B> {
  params: P
  query: Q
  body: B
}

type Asker<W extends Who> = W extends 'anyone' ? Viewer : Member

/** `anyone`: public when the host allows public reading. `guest`: always (sign-in, health). Others need a member of that role. */
export type Who = 'anyone' | 'guest' | Role

export interface Route {
  method: Method
  path: string
  summary: string
  /** Tag of the OpenAPI document: the feature. */
  tag: string
  who: Who
  scope: Scope
  status: 200 | 201 | 202 | 204
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** Media types of a raw body; then `body` is absent and handle reads `call`. */
  answer: z.ZodType | null
  refusals: string[]
  limit?: Limit
  /** Unconfirmed accounts may call it too. */
  unconfirmed: boolean
  /** Largest JSON body in bytes (default 256 KiB, security D1). */
  maxBytes: number
  handle(ground: Ground, viewer: never, input: never, call: Call): Promise<unknown>
}

interface Spec<W extends Who, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType | null> {
  method: Method
  /** OpenAPI style: `/notes/{id}`. */
  path: string
  summary: string
  tag: string
  who: W
  scope: Scope
  status?: 200 | 201 | 202 | 204
  params?: P
  query?: Q
  body?: B
  answer: A
  refusals?: string[]
  limit?: Limit
  unconfirmed?: boolean
  maxBytes?: number
  handle(
    ground: Ground,
    viewer: W extends 'anyone' | 'guest' ? Anonymous | Member | RemoteActor : Asker<W>,
    input: RouteInput<z.output<P>, z.output<Q>, z.output<B>>,
    call: Call,
  ): Promise<A extends z.ZodType ? z.input<A> : void>
}

/**
 * One endpoint of the own API: contract and thin handler (parse → verb → present).
 * Its OpenAPI operation, its row in the visibility test and its limits all come from here.
 */
export function defineRoute<
  W extends Who,
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType | null = null,
>(spec: Spec<W, P, Q, B, A>): Route {
  return {
    refusals: [],
    unconfirmed: spec.method === 'get',
    maxBytes: 256 * 1024,
    ...spec,
    status: spec.status ?? (spec.answer === null ? 204 : spec.method === 'post' ? 201 : 200),
  } as unknown as Route
}
