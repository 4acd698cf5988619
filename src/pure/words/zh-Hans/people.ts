import type { Messages } from '../index.ts'

export const people: Messages = {
  'problem.handle-form': '账号名由 1 到 30 个小写字母、数字或下划线组成。',
  'problem.handle-taken': '这个账号名有人用了，换一个吧。',
  'problem.email-taken': '这个邮箱已经注册过。',
  'problem.password-short': '密码至少要 {count} 个字符。',
  'problem.password-long': '密码太长了。',
  'problem.name-length': '名字要在 1 到 {count} 个字之间。',
  'problem.wrong-credentials': '账号或密码不对。',
  'problem.second-factor-needed': '请输入验证器上的六位数字。',
  'problem.account-waiting': '你的账号正在等站长通过，届时会有邮件通知。',
  'problem.account-suspended': '这个账号已被停用。',
}
