import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { callsOf } from '../helpers/booted-main.ts'
import { boots } from '../helpers/boots.ts'

const { begun, folder } = boots()
const everything = { layers: null, tags: null, notes: true, compare: null }

describe('an export from the built main process', () => {
  it('as PDF is the report, printed in a hidden window that can load nothing else', async () => {
    const { main, story } = await begun()
    await main.call('openStory', { story })
    await main.ask('savesAs', path.join(folder, 'quay.pdf'))
    expect(await main.call('exportStory', { story, format: 'pdf', ...everything })).toEqual({
      ok: true,
      value: { kind: 'saved', name: 'quay.pdf', leftOut: [] },
    })
    const printed = readFileSync(path.join(folder, 'quay.pdf'), 'utf8')
    expect(printed).toMatch(/^%PDF-1\.4 <!doctype html>[\s\S]*The quay is closed/)
    const seen = await main.ask('seen')
    expect(callsOf(seen, 'webContents.printToPDF')).toEqual([
      [
        {
          pageSize: 'A4',
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        },
      ],
    ])
    // The hidden window is gone again.
    expect(seen.windows.map(({ url }) => url)).toEqual(['app://bundle/'])
    for (const url of [
      'https://example.org/a.png',
      'file:///etc/passwd',
      'app://bundle/',
      'app://report/x',
    ]) {
      expect([url, await main.ask('printCancels', url)]).toEqual([url, true])
    }
    expect(await main.ask('printCancels', 'app://report/')).toBe(false)
  })

  it('of the folder goes where the native dialog says', async () => {
    const { main, story } = await begun()
    await main.call('openStory', { story })
    const wanted = { story, formats: ['html', 'pdf'], notes: true }
    expect(await main.call('exportFolder', wanted)).toEqual({ ok: true, value: null })
    const out = path.join(folder, 'reports')
    await main.ask('chooses', out)
    expect(await main.call('exportFolder', wanted)).toMatchObject({
      ok: true,
      value: { folder: 'reports', total: 1, written: 2, skipped: [], cancelled: false },
    })
    expect(readdirSync(out)).toEqual(['quay.report.html', 'quay.report.pdf'])
    const { heard } = await main.ask('seen')
    expect(heard).toContainEqual(['export-progress', { done: 0, total: 1, name: 'quay.txt' }])
  })
})
