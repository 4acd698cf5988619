import type { Messages } from '../index.ts'

export const media: Messages = {
  'problem.picture-broken': '这个图片文件已损坏，请重新保存或导出后再传一次。',
  'problem.picture-too-many-pixels': '这张图片超过 {count} 百万像素，请缩小后再传。',
  'problem.picture-too-wide': '图片的宽和高都不能超过 {count} 像素。',
  'problem.picture-too-many-frames': '动图最多 {count} 帧。',
  'problem.picture-too-hard': '这张图片我们处理不了，请另存为 JPEG 再传。',
  'problem.heic-too-large': 'HEIC 图片最多 {count} 百万像素，请另存为 JPEG 再传。',
  'problem.too-many-uploads': '你还有很多上传没有完成，请先等它们传完，或者取消一些。',
  'problem.alt-length': '图片描述最多 {count} 个字符。',
  'problem.media-unknown': '其中一张图片已经不在了，请重新选择。',
  'problem.media-taken': '其中一张图片已经用在别处，要在这里使用请重新上传。',
  'problem.media-failed': '其中一张图片无法读取，请去掉它或换一个文件。',
  'problem.media-unfinished': '其中一张图片还在上传，请等它传完。',
}
