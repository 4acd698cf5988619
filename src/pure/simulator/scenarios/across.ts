import { engineWith } from '../feeds/index.ts'
import type { Scenario } from '../scenario.ts'
import { chartsOf, compare, figuresOf } from './compare.ts'
import { planted } from './planted.ts'

/** Whether notes reach those who do not read their language, without being forced on them. */
export const across: Scenario = {
  asks: 'Are notes seen across languages, and is the feed as good with them?',
  readers: 300,
  days: 14,
  aims: [
    { figure: 'exposureRatio', least: 3 },
    { figure: 'engagementRatio', least: 0.98 },
    { figure: 'plantedInFirst20', least: 16 },
  ],
  async play(setting) {
    const { crew } = setting
    const played = await compare(setting, {}, { engine: engineWith({ crew }), 'engine, Across off': engineWith({ crew, across: 0 }) })
    const feeds = figuresOf(played)
    const [on, off, popular] = [played.engine.figures, played['engine, Across off'].figures, played.popularity.figures]
    return {
      figures: {
        exposureRatio: on.acrossShare / popular.acrossShare,
        engagementRatio: on.engagement / off.engagement,
        ...planted(setting.seed),
      },
      feeds,
      charts: chartsOf(feeds),
    }
  },
}
