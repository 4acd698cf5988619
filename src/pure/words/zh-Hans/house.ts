import type { Messages } from '../index.ts'

export const house: Messages = {
  'problem.bug': '我们这边出了错，你的东西没有丢。如果再次出现，请把这个编号告诉站长：{id}',
  'problem.bad-input': '这一项不对：{field}，请检查一下。',
  'problem.bad-cursor': '列表已经更新，请从头开始。',
  'problem.not-found': '这里没有你能看到的内容。',
  'problem.sign-in-needed': '请先登录，你写的内容会保留。',
  'problem.not-allowed': '你的账号不能做这件事。',
  'problem.missing-scope': '这个程序没有相应的权限（{scope}）。',
  'problem.foreign-origin': '请求来自其他网站，没有执行。',
  'problem.conflict': '别人同时改动了它，请重新打开看看。',
  'problem.gone': '它已经不在了。',
  'problem.too-large': '太大了，放不下。',
  'problem.unsupported-media': '这种文件我们读不了，请选择 JPEG、PNG、WebP、AVIF、GIF 或 HEIC 图片。',
  'problem.too-many-requests': '太快了，稍等一下再继续。',
  'problem.slow-down': '太快了，{seconds} 秒后可以继续。',
  'problem.unavailable': '服务器正在喘口气，几秒后再试，没有丢任何东西。',
  'problem.storage-full': '这里的硬盘满了，可以继续阅读；站长腾出空间后就能发布。',
  'problem.unconfirmed': '请先确认邮箱，在此之前可以阅读和写草稿。',
}
