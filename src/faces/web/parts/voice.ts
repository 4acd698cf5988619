import { baseOf } from '../locale.ts'

/** Where a writing is at home: for the voice that speaks what is written so. */
const HOMES: Record<string, readonly string[]> = { 'zh-Hans': ['cn', 'sg'], 'zh-Hant': ['tw', 'hk'] }

/** The voice for a language: of its own country first, then one that needs no connection, then the one the browser prefers. */
export function voiceOf<V extends Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>>(voices: readonly V[], lang: string): V | undefined {
  const home = HOMES[lang] ?? []
  const place = (voice: V): number => {
    const at = home.findIndex((country) => voice.lang.toLowerCase().replace('_', '-').endsWith(`-${country}`))
    return at < 0 ? home.length : at
  }
  return voices
    .filter((voice) => baseOf(voice.lang.replace('_', '-')) === baseOf(lang))
    .toSorted((a, b) => place(a) - place(b) || Number(b.localService) - Number(a.localService) || Number(b.default) - Number(a.default))[0]
}
