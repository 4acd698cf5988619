/** `npm test`: every project of vitest, then one line that says how it went. Arguments go to vitest. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Outcome {
  passed: number
  failed: number
  skipped: number
}

/** What of vitest's JSON report counts. */
export interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/**
 * Tests by outcome. A file that broke before its tests counts as one failed test, and so does an error outside of any test
 * (exit code without a failure) and a run without tests.
 */
export function outcomeOf(report: Report | null, exitCode: number): Outcome {
  const broken = report?.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed')).length ?? 0
  const passed = report?.numPassedTests ?? 0
  const failed = (report?.numFailedTests ?? 0) + broken
  const isWrong = exitCode !== 0 || passed === 0
  return { passed, failed: failed === 0 && isWrong ? 1 : failed, skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0) }
}

export const lastLine = ({ passed, failed, skipped }: Outcome): string => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

async function main(args: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'commonplace-report-'))
  const file = join(folder, 'report.json')
  const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
  const child = spawn(process.execPath, [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  const exitCode = await new Promise<number>((done) => child.on('close', (code) => done(code ?? 1)))
  let report: Report | null = null
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    process.stderr.write('The tests ended without a report.\n')
  }
  rmSync(folder, { recursive: true, force: true })
  const outcome = outcomeOf(report, exitCode)
  process.stdout.write(`${lastLine(outcome)}\n`)
  process.exitCode = outcome.failed > 0 ? 1 : 0
}

if (import.meta.main) await main(process.argv.slice(2))
