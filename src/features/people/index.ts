import { feature } from '#ground/feature.ts'
import type { Job } from '#ground/jobs/index.ts'
import './events.ts'
import { exportAccount } from './export-account.ts'
import { offerFirstRun } from './first-run.ts'
import { forgetJob, forgetMember } from './leave.ts'
import { letterJob } from './letters.ts'
import { migrations } from './migrations/index.ts'
import { strayKeys, strayMembers } from './queries/health.ts'
import { routes } from './routes.ts'
import { tidyJob } from './tidy.ts'

export const people = feature({
  name: 'people',
  migrations,
  routes,
  jobs: (ground) => [letterJob(ground), forgetJob(ground), tidyJob(ground)] as Job<never>[],
  start: offerFirstRun,
  health: { 'members without an actor': strayMembers, 'sessions, tokens and passkeys of nobody': strayKeys },
  forget: forgetMember,
  exports: { account: { export: exportAccount } },
})

export { authenticate } from './authenticate.ts'
export { createMember, type NewMember } from './create-member.ts'
export { createSignInLink } from './create-sign-in-link.ts'
export { createToken } from './create-token.ts'
export { checkName, defaultSettings, type ReaderSettings } from './member.ts'
export { exchangeCode, type OAuthAnswer, type OAuthAsk, revokeByProgram } from './oauth/exchange.ts'
export { registerProgram } from './oauth/register-program.ts'
export { zSelf } from './present.ts'
export { type Actor, actorsByHandle, actorsById, findActor, updateActor } from './queries/actors.ts'
export { hasAdmin, memberById, memberIds, notMinor, readersById, settingsOf } from './queries/members.ts'
export { type Standing, standingsOf } from './queries/origins.ts'
export { revokeTokensOf } from './queries/sessions.ts'
export { placeOf, selfOf, zPlace } from './routes/session.ts'
