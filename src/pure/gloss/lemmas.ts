const IRREGULAR: Record<string, string> = {
  was: 'be',
  were: 'be',
  is: 'be',
  are: 'be',
  am: 'be',
  been: 'be',
  has: 'have',
  had: 'have',
  did: 'do',
  done: 'do',
  does: 'do',
  went: 'go',
  gone: 'go',
  ate: 'eat',
  eaten: 'eat',
  bought: 'buy',
  brought: 'bring',
  caught: 'catch',
  came: 'come',
  drank: 'drink',
  drunk: 'drink',
  drove: 'drive',
  fell: 'fall',
  felt: 'feel',
  found: 'find',
  flew: 'fly',
  forgot: 'forget',
  gave: 'give',
  given: 'give',
  got: 'get',
  grew: 'grow',
  heard: 'hear',
  held: 'hold',
  kept: 'keep',
  knew: 'know',
  known: 'know',
  left: 'leave',
  lost: 'lose',
  made: 'make',
  meant: 'mean',
  met: 'meet',
  paid: 'pay',
  ran: 'run',
  said: 'say',
  sang: 'sing',
  sung: 'sing',
  sat: 'sit',
  saw: 'see',
  seen: 'see',
  sent: 'send',
  slept: 'sleep',
  sold: 'sell',
  spoke: 'speak',
  spent: 'spend',
  stood: 'stand',
  swam: 'swim',
  taken: 'take',
  took: 'take',
  taught: 'teach',
  thought: 'think',
  threw: 'throw',
  told: 'tell',
  understood: 'understand',
  woke: 'wake',
  wore: 'wear',
  worn: 'wear',
  won: 'win',
  wrote: 'write',
  written: 'write',
  men: 'man',
  women: 'woman',
  people: 'person',
  children: 'child',
  feet: 'foot',
  teeth: 'tooth',
  mice: 'mouse',
  geese: 'goose',
  knives: 'knife',
  lives: 'life',
  leaves: 'leaf',
  better: 'good',
  best: 'good',
  worse: 'bad',
  worst: 'bad',
  more: 'much',
  most: 'much',
  less: 'little',
}

const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/'s$|s'$/, ['']],
  [/ies$/, ['y', 'ie']],
  [/(?<=s|x|z|ch|sh|o)es$/, ['', 'e']],
  [/(?<![su])s$/, ['']],
  [/(?:ied|ier|iest)$/, ['y']],
  [/(?:ed|ing|er|est)$/, ['', 'e']],
]

/**
 * Dictionary forms an English word may come from, likeliest first, itself always among them: `bands` → bands, band;
 * `dancing` → dancing, danc, dance. A form need not exist; the dictionary decides.
 */
export function lemmas(word: string): string[] {
  const lower = word.toLowerCase().replaceAll('’', "'")
  const forms = [lower]
  const irregular = Object.hasOwn(IRREGULAR, lower) ? IRREGULAR[lower] : undefined
  if (irregular) forms.push(irregular)
  for (const [ending, replacements] of ENDINGS) {
    const match = ending.exec(lower)
    if (!match) continue
    const stem = lower.slice(0, match.index)
    if (stem.length < 2) continue
    forms.push(...replacements.map((r) => stem + r))
    // stopped → stop, bigger → big
    if (/([bdfgklmnprtvz])\1$/.test(stem)) forms.push(stem.slice(0, -1))
  }
  return [...new Set(forms)]
}
