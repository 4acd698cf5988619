import type { Items, Passkey, SecondFactor, SessionItem } from '../../../account-types.ts'
import type { Page } from '../../../api-types.ts'
import { type Fields, form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const [sessions, passkeys, factor] = await Promise.all([
    api.get<Page<SessionItem>>('/sessions', { cursor: url.searchParams.get('cursor') }),
    api.get<Items<Passkey>>('/passkeys'),
    api.get<SecondFactor>('/second-factor'),
  ])
  return { sessions, passkeys: passkeys.items, factor }
}

/** Passwords go as they were typed. */
const secret = (fields: Fields, name: string): Record<string, string> => {
  const value = fields.data.get(name)?.toString() ?? ''
  return value ? { [name]: value } : {}
}

export const actions: Actions = {
  email: form(async (api, fields) => {
    await api.put('/me/email', { email: fields.text('email'), ...secret(fields, 'password') })
    return { done: 'email' }
  }),
  password: form(async (api, fields) => {
    await api.put('/me/password', { password: fields.data.get('password')?.toString() ?? '', ...secret(fields, 'current') })
    return { done: 'password' }
  }),
  dropPasskey: form(async (api, fields) => {
    await api.delete(`/passkeys/${encodeURIComponent(fields.text('id'))}`, secret(fields, 'password'))
    return { done: 'passkey' }
  }),
  startFactor: form(async (api, fields) => ({ started: await api.post<{ secret: string; picture: string }>('/second-factor', secret(fields, 'password')) })),
  confirmFactor: form(async (api, fields) => ({
    codes: (await api.put<{ recoveryCodes: string[] }>('/second-factor', { code: fields.text('code').replaceAll(' ', '') })).recoveryCodes,
  })),
  dropFactor: form(async (api, fields) => {
    await api.delete('/second-factor', secret(fields, 'password'))
    return { done: 'factor' }
  }),
  signOutThere: form(async (api, fields) => {
    await api.delete(`/sessions/${encodeURIComponent(fields.text('id'))}`)
  }),
  signOutAll: form(async (api) => {
    await api.delete('/sessions')
  }),
}
