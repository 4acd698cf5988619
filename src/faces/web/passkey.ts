import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { api } from './api.ts'

type Made = Parameters<typeof startRegistration>[0]['optionsJSON']
type Asked = Parameters<typeof startAuthentication>[0]['optionsJSON']

/** The member closed the browser's own window: nothing to say about that. */
const isCalledOff = (error: unknown): boolean => error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError')

async function unlessCalledOff<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (isCalledOff(error)) return null
    throw error
  }
}

/** Signs in; false when it was called off. Throws ApiProblem. */
export async function signInByPasskey(): Promise<boolean> {
  const optionsJSON = await api.post<Asked>('/session/passkey/options')
  const response = await unlessCalledOff(() => startAuthentication({ optionsJSON }))
  if (!response) return false
  await api.post('/session/passkey/verify', { response })
  return true
}

/** Makes a passkey for an account that does not exist yet; null when it was called off. Throws ApiProblem. */
export async function passkeyForSignUp(handle: string): Promise<object | null> {
  const optionsJSON = await api.post<Made>('/members/passkey-options', { handle })
  return unlessCalledOff(() => startRegistration({ optionsJSON }))
}

/** Adds a passkey to the account; false when it was called off. Throws ApiProblem. */
export async function addPasskey(label: string, password: string): Promise<boolean> {
  const optionsJSON = await api.post<Made>('/passkeys/options', password ? { password } : {})
  const response = await unlessCalledOff(() => startRegistration({ optionsJSON }))
  if (!response) return false
  await api.post('/passkeys/verify', { response, label })
  return true
}
