// Adds up what the test runners reported. A report that is missing or unreadable counts as one failure: a runner
// that died must never look like one that had nothing to say.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const folder = (root) => path.join(root, 'tests/.results')

export function clearReports(root) {
  rmSync(folder(root), { recursive: true, force: true })
  mkdirSync(folder(root), { recursive: true })
}

export function writeReport(root, name, report) {
  mkdirSync(folder(root), { recursive: true })
  writeFileSync(path.join(folder(root), `${name}.json`), `${JSON.stringify(report)}\n`)
}

/** How each runner says it. Suites that failed to load hold no test, so vitest's `success` is read as well. */
const readers = {
  check: (report) => ({ passed: report.passed, failed: report.failed }),
  unit: (report) => ({
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests + brokenSuites(report), report.success ? 0 : 1),
  }),
  e2e: (report) => ({
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
  }),
}

function brokenSuites(report) {
  return report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length
}

/** One line per runner and their sum. */
export function tally(root, names = Object.keys(readers)) {
  const rows = names.map((name) => {
    try {
      const report = JSON.parse(readFileSync(path.join(folder(root), `${name}.json`), 'utf8'))
      const { passed, failed } = readers[name](report)
      if (!Number.isInteger(passed) || !Number.isInteger(failed)) throw new Error('no counts in it')
      return { name, passed, failed }
    } catch (error) {
      return { name, passed: 0, failed: 1, problem: `no readable report: ${error.message}` }
    }
  })
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
  return { rows, passed: sum('passed'), failed: sum('failed') }
}
