import { createTransport } from 'nodemailer'
import type { Config } from '#ground/config/index.ts'

export interface Letter {
  to: string
  subject: string
  text: string
}

export interface Mail {
  /** False when the host has set no SMTP_URL: callers say so instead of promising a letter. */
  readonly available: boolean
  /** Throws when the server does not take the letter; call it from a job only. */
  send(letter: Letter): Promise<void>
  close(): void
}

export function openMail(config: Config): Mail {
  if (!config.SMTP_URL)
    return {
      available: false,
      send: async () => {
        throw new Error('no SMTP_URL')
      },
      close() {},
    }
  const transport = createTransport(config.SMTP_URL, { from: config.MAIL_FROM })
  return {
    available: true,
    async send({ to, subject, text }) {
      await transport.sendMail({ to, subject, text, disableFileAccess: true, disableUrlAccess: true })
    },
    close: () => transport.close(),
  }
}
