/** WebAssembly from its text: `--write` puts the bytes of the scan beside its source; without, says whether they are what the source says. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import wabt from 'wabt'
import { house, report } from './tree.ts'

const SOURCE = 'src/pure/recommender/serving/scan.wat'
const BYTES = 'src/pure/recommender/serving/scan-bytes.ts'

/** The file with the bytes, as it should be. */
export async function assembled(): Promise<string> {
  const { parseWat } = await wabt()
  const { buffer } = parseWat(SOURCE, readFileSync(join(house, SOURCE), 'utf8'), { simd: true, threads: true }).toBinary({})
  return `/** scan.wat, assembled by tools/assemble.ts: base64. */\nexport const SCAN =\n  '${Buffer.from(buffer).toString('base64')}'\n`
}

export const checkedIn = (): string => readFileSync(join(house, BYTES), 'utf8')

if (import.meta.main) {
  if (process.argv.includes('--write')) writeFileSync(join(house, BYTES), await assembled())
  else report(checkedIn() === (await assembled()) ? [] : [`${BYTES} is not what ${SOURCE} says: node tools/assemble.ts --write`])
}
