import path from 'node:path'
import { expect, test } from '@playwright/test'
import { build } from 'vite'
import type { TableResult } from './segments-page/check-tables.ts'

/** The same tables as in Node: a browser has other character data and another regular expression engine. */
test('sentences, clauses and quotations end in Chromium where they end in Node', async ({ page }) => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'chrome150',
      lib: {
        entry: path.join(import.meta.dirname, 'segments-page/check-tables.ts'),
        formats: ['iife'],
        name: 'tables',
      },
    },
  })
  const [first] = [built].flat()
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined
  if (chunk === undefined) throw new Error('nothing was built')
  await page.addScriptTag({ content: chunk.code })
  const results = await page.evaluate(() =>
    (globalThis as unknown as { tables: { checkTables(): TableResult[] } }).tables.checkTables(),
  )
  for (const { table, cases, wrong } of results) {
    console.log(`in Chromium: ${table}: ${cases} cases, ${wrong.length} wrong`)
    expect(wrong).toEqual([])
    expect(cases).toBeGreaterThan(0)
  }
})
