import pino from 'pino'

export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
  child(facts: object): Log
}

const SECRETS = ['password', 'token', 'secret', 'authorization', 'cookie', 'email', 'totp', 'code'].flatMap((k) => [k, `*.${k}`])

/** JSON lines on stderr (stdout is for what commands print). Personal text is never logged; known secret fields are cut. */
export function makeLog(level: string): Log {
  return pino({ level, redact: { paths: SECRETS, censor: '[cut]' } }, pino.destination({ fd: 2, sync: true }))
}
