import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { tally, writeReport } from '../../scripts/tally.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'galley-tally-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const unit = { numPassedTests: 7, numFailedTests: 1, success: false, testResults: [] }
const e2e = { stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [] }

it('adds up all runners', () => {
  writeReport(root, 'check', { passed: 8, failed: 0 })
  writeReport(root, 'unit', unit)
  writeReport(root, 'e2e', e2e)
  expect(tally(root)).toMatchObject({ passed: 18, failed: 1 })
})

it('counts a missing report as one failure', () => {
  writeReport(root, 'check', { passed: 8, failed: 0 })
  writeReport(root, 'e2e', e2e)
  expect(tally(root)).toMatchObject({ passed: 11, failed: 1 })
})

it('counts a suite that failed to load', () => {
  writeReport(root, 'unit', {
    numPassedTests: 7,
    numFailedTests: 0,
    success: false,
    testResults: [{ status: 'failed', assertionResults: [] }],
  })
  expect(tally(root, ['unit'])).toMatchObject({ passed: 7, failed: 1 })
})

it('counts a run that failed without saying which test', () => {
  writeReport(root, 'unit', { ...unit, numFailedTests: 0 })
  expect(tally(root, ['unit'])).toMatchObject({ passed: 7, failed: 1 })
})
