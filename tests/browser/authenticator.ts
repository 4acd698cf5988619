import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'

const STEP_MS = 30_000

/** What the phone shows for this secret now, or some steps from now: each step is good once, and the house takes the next one too. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * STEP_MS })

/** A key inside the device that answers at once, as a finger on the sensor would. */
export async function withKeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  })
}
