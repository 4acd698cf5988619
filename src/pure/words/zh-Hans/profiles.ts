import type { Messages } from '../index.ts'

export const profiles: Messages = {
  'problem.bio-length': '太长了：自我介绍最多 {count} 个字。',
  'problem.links-count': '最多 {count} 个链接。',
  'problem.link-form': '这不是网址。网址以 https:// 开头，里面没有密码。',
  'problem.link-label': '链接名称最多 {count} 个字。',
  'problem.pinned-count': '最多置顶 {count} 篇笔记，请先取消一篇。',
  'problem.pinned-unknown': '只能置顶自己已发布的笔记。',
}
