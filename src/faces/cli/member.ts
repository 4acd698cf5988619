import { Command } from 'commander'
import { createMember, createSignInLink, createToken, findActor } from '#features/people/index.ts'
import type { Role, Scope } from '#ground/http/viewer.ts'
import { SCOPES } from '#ground/http/viewer.ts'
import { Refusal } from '#pure/problem/index.ts'
import { withGround } from './house.ts'
import { print } from './say.ts'

const list = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean)

export const memberCommand = new Command('member').description('Members of the place')

memberCommand
  .command('create')
  .description('Make an account')
  .requiredOption('--handle <handle>', 'letters a–z, digits, underscores')
  .requiredOption('--email <address>')
  .requiredOption('--password <password>', 'at least 10 characters')
  .option('--role <role>', 'member, moderator or admin', 'member')
  .option('--name <name>')
  .option('--languages <list>', 'languages read and written, best first, e.g. zh-Hans,en', 'en')
  .option('--json')
  .action(async (options: { handle: string; email: string; password: string; role: Role; name?: string; languages: string; json?: boolean }) => {
    const languages = list(options.languages)
    const id = await withGround((ground) => createMember(ground, { ...options, languages, locale: languages[0] ?? 'en' }))
    print({ id, handle: options.handle }, options, `@${options.handle} is here (${id}).`)
  })

memberCommand
  .command('reset')
  .description('Print a link that signs a member in once, to set a new password')
  .requiredOption('--handle <handle>')
  .option('--json')
  .action(async (options: { handle: string; json?: boolean }) => {
    const link = await withGround(async (ground) => {
      const actor = await findActor(ground.db.q, { handle: options.handle })
      if (!actor) throw new Refusal('not-found')
      return createSignInLink(ground, actor.id)
    })
    print({ link }, options, link)
  })

export const tokenCommand = new Command('token').description('Access tokens for programs')

tokenCommand
  .command('create')
  .description('Print a token for the API')
  .requiredOption('--handle <handle>')
  .requiredOption('--scopes <list>', `some of: ${SCOPES.join(' ')}`)
  .option('--json')
  .action(async (options: { handle: string; scopes: string; json?: boolean }) => {
    const scopes = list(options.scopes)
    const unknown = scopes.filter((scope) => !SCOPES.includes(scope as Scope))
    if (unknown.length > 0) throw new Refusal('unknown-scope', { scope: unknown.join(' ') })
    const token = await withGround(async (ground) => {
      const actor = await findActor(ground.db.q, { handle: options.handle })
      if (!actor) throw new Refusal('not-found')
      return createToken(ground, { actorId: actor.id, scopes: scopes as Scope[], label: 'command line', byHost: true })
    })
    print({ token }, options, token)
  })
