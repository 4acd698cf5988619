#!/usr/bin/env node
import { Command } from 'commander'
import { backupCommand } from './backup.ts'
import { demoCommand } from './demo.ts'
import { doctorCommand } from './doctor.ts'
import { evaluateCommand } from './evaluate.ts'
import { eventsCommand, jobsCommand } from './jobs.ts'
import { memberCommand, tokenCommand } from './member.ts'
import { restoreCommand } from './restore.ts'
import { complain } from './say.ts'
import { serveCommand, workCommand } from './serve.ts'
import { simulateCommand } from './simulate.ts'

/** The host's tool. Each command is one file; results go to stdout (`--json` for machines), progress and complaints to stderr. */
const program = new Command('commonplace')
  .description('A meeting place for people who do not share a language: the host’s tool.')
  .showHelpAfterError('Try --help.')
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })

for (const command of [
  serveCommand,
  workCommand,
  memberCommand,
  tokenCommand,
  demoCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
  jobsCommand,
  eventsCommand,
  evaluateCommand,
  simulateCommand,
])
  program.addCommand(command)

program.parseAsync().catch(complain)
