import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { say } from '#pure/words/index.ts'

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

/** Sets a second factor on the page of one's security, as a member does it; the session is strong from then on. Answers the secret. */
export async function setSecondFactor(page: Page, locale: string, password: string): Promise<string> {
  const factor = page.getByRole('region', { name: say(locale, 'set.factor') })
  await factor.locator('[name=password]').fill(password)
  await factor.getByRole('button', { name: say(locale, 'set.factor-start') }).click()
  const secret = (await factor.locator('code').textContent()) ?? ''
  await factor.locator('[name=code]').fill(codeOf(secret))
  await factor.getByRole('button', { name: say(locale, 'set.factor-confirm') }).click()
  await factor.getByText(say(locale, 'set.factor-done')).waitFor()
  return secret
}
