import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { readSetting, writeSetting } from '#features/settings/index.ts'
import type { Ground } from '#ground/feature.ts'
import { contentHash } from '#ground/ids/index.ts'
import { foldLabelLoose } from '#pure/lexicon/fold.ts'
import { interfaceLanguages } from '#pure/lexicon/languages.ts'
import { insertPlaces } from './queries/seed.ts'
import type { PlaceNamesTable, PlacesTable } from './tables.ts'

const SEEDED = 'places.seeded'
const packaged = createRequire(import.meta.url).resolve
const VERSION = 1

interface Subdivisions {
  subdivisions: { localeDisplayNames: { subdivisions: Record<string, string> } }
}

const names = (place_id: string, language: string, cell: string): PlaceNamesTable[] =>
  [...new Set(cell.split('|').filter(Boolean))].map((name, position) => ({ place_id, language, name, folded: foldLabelLoose(name), position }))

/** Countries by the CLDR names that ICU carries, regions from CLDR's subdivision names, cities from data/cities.tsv. Rewritten when these change. */
export async function seedPlaces({ db, clock }: Ground): Promise<void> {
  const cities = await readFile(new URL('./data/cities.tsv', import.meta.url), 'utf8')
  const version = `${VERSION} ${process.versions.icu} ${contentHash(cities)}`
  if ((await readSetting(db.q, SEEDED)) === version) return
  const regions = await readRegions()
  const countries = new Set([...regions.keys()].map((code) => code.slice(0, 2).toUpperCase()))
  const [header = '', ...rows] = cities.trimEnd().split('\n')
  const columns = header.split('\t')
  const parsed = rows.map((row) => Object.fromEntries(row.split('\t').map((cell, i) => [columns[i] ?? '', cell])) as Record<string, string>)
  for (const city of parsed) countries.add(city.country ?? '')
  const all: { places: PlacesTable[]; names: PlaceNamesTable[] } = { places: [], names: [] }
  addCountries(all, [...countries])
  addRegions(all, regions)
  for (const city of parsed) addCity(all, city)
  await db.transaction(async (tx) => {
    await insertPlaces(tx, all.places, all.names)
    await writeSetting(tx, SEEDED, version, null, clock.now())
  })
}

type All = { places: PlacesTable[]; names: PlaceNamesTable[] }
const nowhere = { latitude: null, longitude: null, time_zone: null, population: 0 }

function addCountries(all: All, codes: string[]): void {
  const displays = interfaceLanguages.map((language) => [language, new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })] as const)
  for (const country of codes) {
    const id = country.toLowerCase()
    const found = displays.flatMap(([language, display]) => names(id, language, display.of(country) ?? ''))
    if (found.length === 0) continue
    all.places.push({ id, kind: 'country', parent_id: null, country, ...nowhere })
    all.names.push(...found)
  }
}

/** CLDR's package has subdivision names in English only (48.2: three names in any other language), so regions are found and shown in English. */
async function readRegions(): Promise<Map<string, string>> {
  const book = JSON.parse(await readFile(packaged('cldr-subdivisions-full/subdivisions/en/en.json'), 'utf8')) as Subdivisions
  return new Map(Object.entries(book.subdivisions.localeDisplayNames.subdivisions))
}

/** `cnsc` → `cn-sc`. */
function addRegions(all: All, regions: Map<string, string>): void {
  for (const [code, name] of regions) {
    const country = code.slice(0, 2)
    const id = `${country}-${code.slice(2)}`
    all.places.push({ id, kind: 'region', parent_id: country, country: country.toUpperCase(), ...nowhere })
    all.names.push(...names(id, 'en', name))
  }
}

function addCity(all: All, city: Record<string, string>): void {
  const id = city.id ?? ''
  const country = city.country ?? ''
  all.places.push({
    id,
    kind: 'city',
    parent_id: city.region ? city.region.toLowerCase() : country.toLowerCase(),
    country,
    latitude: Number(city.latitude),
    longitude: Number(city.longitude),
    time_zone: city.timezone ?? null,
    population: Number(city.population),
  })
  for (const language of interfaceLanguages) all.names.push(...names(id, language, city[language] ?? ''))
}
