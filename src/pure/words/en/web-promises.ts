import type { Messages } from '../index.ts'

/** What notes are promised, and the ledger of it. */
export const webPromises: Messages = {
  'promise.title': 'What it was promised',
  'promise.newcomer': 'The first three public notes of everyone who is new here are shown to other people at least {owed} times.',
  'promise.starts': 'It begins on {day}, when your account is a day old.',
  'promise.open': 'Seen so far: {given} of {owed}. Promised by {day}.',
  'promise.paid': 'Kept. Seen: {given} of {owed}.',
  'promise.expired': 'Not kept. Seen by {day}: {given} of {owed}.',
  'promise.void': 'Ended, because the note is not for everybody any more. Seen: {given} of {owed}.',
  'promise.ledger': 'The ledger of promises',
  'promise.read': 'What new members are promised, and what was kept',
  'promise.lead':
    'The first three public notes of every new member are shown to other people at least {owed} times, within {days} days. Every promise stands here with what came of it, the newest first. Nobody who looked is named.',
  'promise.counts':
    'What counts: a person whose account is a day old, or who was invited, really saw the note; once a day for each. The author does not count, nor does whoever seems to be the same person or invited them. Accounts that seem to be one person’s, or that say the same, share one promise.',
  'promise.none': 'Nothing was promised yet.',
  'promise.note': 'Note',
  'promise.hidden': 'not for everybody',
  'promise.made': 'Promised on',
  'promise.given': 'Seen',
  'promise.state': 'State',
  'promise.state-open': 'running',
  'promise.state-paid': 'kept',
  'promise.state-expired': 'not kept',
  'promise.state-void': 'ended',
  'promise.csv': 'As a table (CSV)',
  'promise.month': 'Made in the last 30 days',
  'promise.count': 'Promises',
  'promise.owed': 'Promised',
  'promise.hour': 'Seen in this hour: {given}, of {most} at most.',
}
