import { expect, test } from 'vitest'
import { LICENCES } from './composer/content.ts'
import { licenceOf } from './licence.ts'

test('every licence that can be chosen is named with its deed, and kept rights are not', () => {
  expect(Object.fromEntries(LICENCES.map((one) => [one, licenceOf(one)]))).toEqual({
    'all-rights-reserved': null,
    'CC-BY-4.0': { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    'CC-BY-SA-4.0': { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
    'CC-BY-NC-SA-4.0': { name: 'CC BY-NC-SA 4.0', url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/' },
    'CC0-1.0': { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  })
})
