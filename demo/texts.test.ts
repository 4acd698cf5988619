import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { planWorld } from './plan.ts'
import { readMembers, readNotes } from './world.ts'

const notes = readNotes()
const members = readMembers()
const topics = new Set(
  readFileSync(new URL('../src/features/topics/data/topics.tsv', import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0]),
)
const cities = new Set(
  readFileSync(new URL('../src/features/places/data/cities.tsv', import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0]),
)

test('the demo world is as large and as mixed as it should be', () => {
  const of = (language: string) => notes.filter((note) => note.lang.startsWith(language)).length
  expect(members.length).toBeGreaterThanOrEqual(12)
  expect(notes.length).toBeGreaterThanOrEqual(600)
  expect(of('zh')).toBeGreaterThanOrEqual(200)
  expect(of('en')).toBeGreaterThanOrEqual(200)
  for (const language of ['ja', 'es']) expect(of(language)).toBeGreaterThanOrEqual(60)
  for (const language of ['ko', 'fr', 'ru', 'ar']) expect(of(language)).toBeGreaterThanOrEqual(20)
  expect((of('zh') + of('en')) / notes.length).toBeGreaterThanOrEqual(0.5)
  expect(new Set(notes.flatMap((note) => note.topics)).size).toBeGreaterThanOrEqual(60)
  expect(notes.filter((note) => (note.layers ?? []).length > 0).length).toBeGreaterThanOrEqual(100)
})

test('every note names topics, places and people that exist, and describes each of its pictures', () => {
  const handles = new Set(members.map((member) => member.handle))
  for (const note of notes) {
    expect(handles.has(note.by), note.id).toBe(true)
    expect(
      note.topics.filter((topic) => !topics.has(topic)),
      note.id,
    ).toEqual([])
    if (note.place) expect(cities.has(note.place), `${note.id} ${note.place}`).toBe(true)
    expect(note.alts?.length ?? 0, note.id).toBe(note.pictures ?? 0)
    for (const comment of note.comments ?? []) expect(handles.has(comment.by), note.id).toBe(true)
  }
})

test('no two notes share a sentence', () => {
  const seen = new Map<string, string>()
  for (const note of notes) {
    for (const sentence of note.body
      .split(/[。！？!?.\n]/u)
      .map((text) => text.trim())
      .filter((text) => [...text].length > 8)) {
      expect(seen.get(sentence) ?? note.id, sentence).toBe(note.id)
      seen.set(sentence, note.id)
    }
  }
})

test('the same seed plans the same world, all of it in the last 60 days and in an order that can happen', () => {
  const now = Date.UTC(2026, 2, 1)
  const acts = planWorld(members, notes, 1, now)
  expect(planWorld(members, notes, 1, now)).toEqual(acts)
  expect(acts.at(0)?.at).toBeGreaterThan(now - 61 * 86_400_000)
  expect(acts.at(-1)?.at).toBeLessThanOrEqual(now)
  const published = new Map<string, number>()
  for (const [index, act] of acts.entries()) {
    if (act.do === 'publish') published.set(act.note.id, index)
    else if ('note' in act) expect(published.get(act.note.id), act.note.id).toBeLessThan(index)
  }
})
