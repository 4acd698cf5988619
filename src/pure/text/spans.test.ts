import { expect, test } from 'vitest'
import { findSpans } from './spans.ts'

const found = (text: string) => findSpans(text).map((s) => `${s.kind}:${s.value}`)

test.each([
  ['topics in any script', '#朋克 #постпанк #بانك #punk', ['hashtag:朋克', 'hashtag:постпанк', 'hashtag:بانك', 'hashtag:punk']],
  ['full-width sign', '现场＃后朋克！', ['hashtag:后朋克']],
  ['topics without a space', '好听#朋克#摇滚', ['hashtag:朋克', 'hashtag:摇滚']],
  ['a number is no topic', 'we are #1', ['number:1']],
  ['inside a word it is no topic', 'C#minor a#b &#38;', ['number:38']],
  ['middle dot inside, not at the end', '#ハード・コア・ #l·l', ['hashtag:ハード・コア', 'hashtag:l·l']],
  ['local mention', 'hi @mei, ok', ['mention:mei']],
  ['remote mention', '(@a.b@example.social).', ['mention:a.b@example.social']],
  ['mention in Chinese', '感谢@alice分享', ['mention:alice']],
  ['mail is no mention', 'write to me@example.org', []],
  ['handle with a dot after it', 'ask @bob.', ['mention:bob']],
  ['address, point excluded', 'see https://example.org/a?b=c#d.', ['url:https://example.org/a?b=c#d']],
  ['brackets', '(https://en.example.org/wiki/Punk_(music))', ['url:https://en.example.org/wiki/Punk_(music)']],
  ['address in Chinese', '看https://example.cn/朋克，好', ['url:https://example.cn/朋克']],
  ['other schemes are no address', 'javascript:alert(1) ftp://x.org', ['number:1']],
  ['emoji with joiners and flags', '👩‍👩‍👧‍👦🇨🇳👍🏽❤️', ['emoji:👩‍👩‍👧‍👦', 'emoji:🇨🇳', 'emoji:👍🏽', 'emoji:❤️']],
  ['keycap', 'press 1️⃣', ['emoji:1️⃣']],
  ['shortcode', 'nice :blob_cat: at 12:30:45', ['emoji::blob_cat:', 'number:12:30:45']],
  ['numbers', '人均50块, 2,000.5 and 3/4, 92%', ['number:50', 'number:2,000.5', 'number:3/4', 'number:92%']],
  ['digits of a word', 'mp3 from the 90s', []],
  ['code', 'run `npm #ci` or ```a\n@b```', ['code:`npm #ci`', 'code:```a\n@b```']],
  ['open code', 'a ` b #c', ['hashtag:c']],
])('%s', (_name, text, expected) => {
  expect(found(text)).toEqual(expected)
})

test('offsets point into the text', () => {
  const text = '👍 看 @a #朋克'
  expect(findSpans(text).map((s) => text.slice(s.start, s.end))).toEqual(['👍', '@a', '#朋克'])
})

test.each(['a', ' ', '<', '@', '#', '`', '```', '@a', '@a.', '@a@a.', '#朋', 'https://', 'https://a)', '(', '1.', '1,', ':a', '👩‍', '\ud83d', 'h'])(
  '100 KB of %j end',
  (unit) => {
    expect(findSpans(unit.repeat(Math.ceil(100_000 / unit.length))).length).toBeLessThanOrEqual(100_000)
  },
)
