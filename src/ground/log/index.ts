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
  return pino({ level, redact: { paths: SECRETS, censor: '[cut]' }, serializers: { err: bare } }, pino.destination({ fd: 2, sync: true }))
}

/** An error as the log keeps it. The database adds whole rows to its own (`detail`, `where`), and its message may quote a value: both stay out. */
function bare(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error
  const { code, severity, constraint, table, cause } = error as Error & Record<string, unknown>
  const message = severity === undefined ? error.message : error.message.replaceAll(/: ".*"/gs, ': …')
  const [, ...frames] = (error.stack ?? '').replace(error.message, '').split('\n')
  return { type: error.name, message, reason: code, constraint, table, stack: frames.join('\n'), ...(cause === undefined ? {} : { cause: bare(cause) }) }
}
