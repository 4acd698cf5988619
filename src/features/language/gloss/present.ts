import { z } from 'zod'
import type { Gloss, GlossSenses, Source } from '#pure/gloss/gloss.ts'
import type { GlossedText } from './gloss-word.ts'

const zSource = z.object({ name: z.string(), url: z.string(), licence: z.string().nullable() })
const zSenses = z.object({ headword: z.string(), reading: z.string().nullable(), senses: z.array(z.string()) })
const zPlace = z.object({ text: z.string(), start: z.int(), end: z.int() })
/** The answer to a tap. `start` and `end` (UTF-16) say which word it was; `longer` and `shorter` are words around the same place. */
export const zGloss = zSenses.extend({
  traditional: z.string().nullable(),
  others: z.array(zSenses),
  parts: z.array(zSenses),
  language: z.string(),
  source: zSource.nullable(),
  sources: z.array(zSource),
  start: z.int(),
  end: z.int(),
  longer: z.array(zPlace),
  shorter: z.array(zPlace),
  savedId: z.string().nullable().describe('id among my words, when I keep it'),
})
/** Every word of a text: `words` stand at [start, end) of it (UTF-16) and mean `entries[entry]`. */
export const zGlossedText = z.object({
  text: z.string(),
  words: z.array(z.object({ start: z.int(), end: z.int(), entry: z.int() })),
})
export const zGlossEntry = zGloss.omit({ start: true, end: true, longer: true, shorter: true })
export const zWord = z.object({ start: z.int(), end: z.int(), text: z.string() })

/** Words of the house have no address of their own: they are explained on the page about this place. */
const sourceOf = ({ name, url, licence }: Source) => ({ name, url: url ?? '/about', licence })

const flat = (groups: GlossSenses[]): string[] => groups.flatMap(({ senses }) => senses)

/** What is told of a word; whether the viewer keeps it is added by the route. */
export function presentGloss(gloss: Gloss): Omit<z.input<typeof zGloss>, 'savedId'> {
  // Words without any reading (English ones read backwards) belong together.
  const own = gloss.senses.filter(({ reading }) => reading === gloss.reading || reading === null)
  const rest = gloss.senses.filter((group) => !own.includes(group))
  return {
    headword: gloss.headword,
    reading: gloss.reading,
    senses: flat(own),
    traditional: gloss.variant,
    others: rest.map(({ reading, senses }) => ({ headword: gloss.headword, reading, senses })),
    parts: gloss.parts.map(({ text, reading, senses }) => ({ headword: text, reading, senses: flat(senses) })),
    language: gloss.language,
    source: gloss.sources[0] ? sourceOf(gloss.sources[0]) : null,
    sources: gloss.sources.map(sourceOf),
    start: gloss.start,
    end: gloss.end,
    longer: gloss.longer,
    shorter: gloss.shorter,
  }
}

type Entry = Omit<z.input<typeof zGlossEntry>, 'savedId'>

/** Texts with their words, and each entry once. */
export function presentTexts(texts: readonly GlossedText[]): { texts: z.input<typeof zGlossedText>[]; entries: Entry[] } {
  const places = new Map<string, number>()
  const entries: Entry[] = []
  const placeOf = (gloss: Gloss): number => {
    const { start: _start, end: _end, longer: _longer, shorter: _shorter, ...entry } = presentGloss(gloss)
    const key = JSON.stringify(entry)
    const place = places.get(key) ?? entries.push(entry) - 1
    places.set(key, place)
    return place
  }
  return {
    texts: texts.map(({ text, glosses }) => ({ text, words: glosses.map((gloss) => ({ start: gloss.start, end: gloss.end, entry: placeOf(gloss) })) })),
    entries,
  }
}
