import { engineWith } from '../feeds/index.ts'
import type { Scenario } from '../scenario.ts'
import { chartsOf, compare, figuresOf } from './compare.ts'

/** Of the way to full love a like moves a reader's taste, and away from all else: a like a day closes a reader in within a year. */
const PLASTICITY = 0.02

/** Whether a reader's topics grow fewer when taste follows what is shown. */
export const filterBubble: Scenario = {
  asks: 'Do a reader’s topics stay as many when taste follows the feed?',
  readers: 200,
  days: 60,
  aims: [{ figure: 'entropyRatio', least: 0.8 }],
  async play(setting) {
    const played = await compare(setting, { plasticity: PLASTICITY }, { engine: engineWith({ crew: setting.crew }) })
    const { entropy } = played.engine.figures
    const feeds = figuresOf(played)
    return { figures: { entropyRatio: (entropy.at(-1) ?? 0) / (entropy[0] || 1) }, feeds, charts: chartsOf(feeds) }
  },
}
