import type { Messages } from '../index.ts'

export const people: Messages = {
  'problem.handle-form': 'A handle has 1 to 30 letters a–z, digits or underscores.',
  'problem.handle-taken': 'This handle is taken. Choose another.',
  'problem.email-taken': 'There is an account with this address already.',
  'problem.password-short': 'A password needs at least {count} characters.',
  'problem.password-long': 'This password is too long.',
  'problem.name-length': 'A name has 1 to {count} characters.',
  'problem.wrong-credentials': 'Name or password is not right.',
  'problem.second-factor-needed': 'Now the six digits from your authenticator.',
  'problem.account-waiting': 'Your account is waiting for the host. You will get a letter.',
  'problem.account-suspended': 'This account is suspended.',
}
