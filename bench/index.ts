/** `npm run bench -- NAME`: one measurement, printed as a table. What each aims at stands in its file and is printed beside. */
const benches: Record<string, { about: string; load: () => Promise<{ main(args: string[]): Promise<number> }> }> = {
  feed: { about: 'pages and API answers at 10,000 and 100,000 notes', load: () => import('./feed.ts') },
  discover: {
    about: 'Discover with a learnt engine as notes grow: --notes 10000,100000,1000000 --readers 100000 --seconds 15',
    load: () => import('./discover.ts'),
  },
  search: {
    about: 'questions that cross languages: nDCG@10 over the demo world, and suggestions while one types; --each --only questions|suggestions',
    load: () => import('./search.ts'),
  },
  engine: {
    about: 'the feed’s engine alone at 100,000 and 1,000,000 notes: fold-in, scan, pages; --notes 100000 --seconds 8',
    load: () => import('./engine.ts'),
  },
  gloss: { about: 'from a tap on a word to its meaning, processor slowed down four times', load: () => import('./gloss.ts') },
  jobs: { about: 'from publishing to being found', load: () => import('./jobs.ts') },
  'sign-in': { about: 'whether answer times tell which addresses are known', load: () => import('./sign-in.ts') },
  weight: { about: 'client JavaScript of each page', load: () => import('./weight.ts') },
  fuzz: { about: 'malformed requests over every route: --requests 100000 --seed 7', load: () => import('./fuzz.ts') },
  faults: { about: 'what is lost or doubled when processes are killed', load: () => import('./faults.ts') },
}

async function main([name = '', ...args]: string[]): Promise<number> {
  const bench = benches[name]
  if (!bench) {
    process.stdout.write(
      `npm run bench -- NAME [options]\n\n${Object.entries(benches)
        .map(([one, { about }]) => `  ${one.padEnd(10)}${about}`)
        .join('\n')}\n`,
    )
    return name === '' || name === '--help' ? 0 : 2
  }
  return (await bench.load()).main(args)
}

process.exitCode = await main(process.argv.slice(2))
