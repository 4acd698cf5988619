import type { Messages } from '../index.ts'

export const house: Messages = {
  'problem.bug': 'Something broke on our side. Nothing of yours was lost. If it comes again, tell the host this number: {id}',
  'problem.bad-input': 'This part does not fit: {field}. Please check it.',
  'problem.bad-cursor': 'This list has moved on. Start again from the top.',
  'problem.not-found': 'There is nothing here that you can see.',
  'problem.sign-in-needed': 'Please sign in first. What you wrote is kept.',
  'problem.not-allowed': 'Your account may not do this.',
  'problem.missing-scope': 'This program was not given the right to do that ({scope}).',
  'problem.foreign-origin': 'This request came from another site, so it was not carried out.',
  'problem.conflict': 'Someone changed this at the same time. Load it again and look.',
  'problem.gone': 'This is no longer here.',
  'problem.too-large': 'That is larger than we can take.',
  'problem.unsupported-media': 'We cannot read this kind of file. Choose a JPEG, PNG, WebP, AVIF, GIF or HEIC picture.',
  'problem.too-many-requests': 'That was very fast. Wait a moment and go on.',
  'problem.slow-down': 'That was very fast. You can go on in {seconds} seconds.',
  'problem.unavailable': 'The place is catching its breath. Try again in a few seconds; nothing was lost.',
  'problem.storage-full': 'The disk of this place is full. Reading works; writing comes back when the host has made room.',
  'problem.unconfirmed': 'Confirm your e-mail address first. Until then you can read and keep drafts.',
}
