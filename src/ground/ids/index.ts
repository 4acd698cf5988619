import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '#ground/clock/index.ts'

/** A UUIDv7 (RFC 9562) of one kind of thing. Sorts by time; never count by it. */
export type Id<Kind extends string> = string & { readonly __kind: Kind }
export type ActorId = Id<'actor'>
export type NoteId = Id<'note'>
export type MediaId = Id<'media'>
export type LayerId = Id<'layer'>
export type BoardId = Id<'board'>

export interface Ids {
  next<T extends string = string>(): T
  /** URL-safe random text of `bytes` bytes of entropy. */
  secret(bytes?: number): string
  /** A number in [0, 1) for jitter and draws that need no seed. */
  random(): number
}

/** Ids are monotonic within a process, so two made in one millisecond keep their order. */
export function makeIds(clock: Clock): Ids {
  let last = 0
  let counter = 0
  return {
    next<T extends string>() {
      const now = clock.now().getTime()
      if (now > last) {
        last = now
        counter = randomBytes(2).readUInt16BE() & 0x7ff
      } else {
        counter += 1
        if (counter > 0xfff) {
          last += 1
          counter = 0
        }
      }
      const bytes = randomBytes(16)
      bytes.writeUIntBE(last, 0, 6)
      bytes.writeUInt16BE(0x7000 | counter, 6)
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
      const hex = bytes.toString('hex')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as T
    },
    secret: (bytes = 32) => randomBytes(bytes).toString('base64url'),
    random: () => randomBytes(4).readUInt32BE() / 0x1_0000_0000,
  }
}

/** What is stored of a secret: its SHA-256, so that a copy of the table opens nothing. */
export const fingerprint = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
export const contentHash = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')
export const keyed = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64url')

export function sameSecret(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
