import { defineConfig } from 'vitest/config'

const SECOND = 1000
const web = ['src/faces/web/.svelte-kit/**', '**/node_modules/**', 'build/**']

/**
 * Three projects: without a database, with one, and through a browser. The last two run side by side: those through a browser, which take
 * longest, begin, and the others fill the gaps they leave.
 */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,tools,demo,tests}/**/*.test.ts'],
          exclude: [...web, '**/*.db.test.ts', 'tests/{visibility,federation,browser,load}/**'],
          isolate: false,
          testTimeout: 20 * SECOND,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts', 'tests/{visibility,federation}/**/*.test.ts'],
          exclude: web,
          globalSetup: ['tests/server.ts'],
          // A loaded machine may miss a step once; what fails twice has failed.
          retry: 1,
          pool: 'forks',
          // A worker reads the house once, not once a file.
          isolate: false,
          maxWorkers: 4,
          testTimeout: 60 * SECOND,
          hookTimeout: 60 * SECOND,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          globalSetup: ['tests/browser/template.ts'],
          retry: 1,
          expect: { poll: { timeout: 20 * SECOND } },
          include: ['tests/browser/**/*.test.ts'],
          exclude: web,
          pool: 'forks',
          maxWorkers: 4,
          testTimeout: 120 * SECOND,
          hookTimeout: 180 * SECOND,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
