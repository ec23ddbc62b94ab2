import { chmodSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPdfPrinter } from '../../../electron/browser/pdf-printer.ts'
import { browsersHere } from '../../../electron/browser/this-computer.ts'
import { installedBrowser } from '../../../scripts/find-browser.mjs'
import { reportHtml } from '../../../shared/report/html/page-html.ts'
import { harbourReport } from '../../helpers/report-input.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const never = () => new AbortController().signal
const limits = { start: 15_000, print: 15_000, idle: 20_000 }

/** A printer that finds only this program, which may be none. */
function printerWith(program: string | null, more: Partial<typeof limits> = {}) {
  const env = { PATH: '', GALLEY_NO_SANDBOX: '1', ...(program === null ? {} : { GALLEY_BROWSER: program }) }
  const printer = createPdfPrinter(browsersHere('linux', env, tempFolder()), { ...limits, ...more })
  onTestFinished(() => printer.close())
  return printer
}

/** A stand-in for a browser: a shell script. */
function script(...lines: readonly string[]): string {
  const file = path.join(tempFolder(), 'browser')
  writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'))
  chmodSync(file, 0o755)
  return file
}

const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`galley-print-${process.pid}-`))

describe('printing with a browser that is not one', () => {
  it('says that there is none', async () => {
    expect(await printerWith(null).print('', never())).toEqual({
      ok: false,
      error: { kind: 'pdf-no-browser' },
    })
  })

  it('starts none for the user root, who has no sandbox, unless the environment allows it', async () => {
    const browser = script('exit 7')
    const rooted = (isRoot: boolean, env: Record<string, string> = {}) => {
      const here = browsersHere('linux', { PATH: '', GALLEY_BROWSER: browser, ...env }, tempFolder())
      return createPdfPrinter({ ...here, isRoot }, limits).print('', never())
    }
    expect(await rooted(true)).toEqual({ ok: false, error: { kind: 'pdf-root' } })
    const started = { ok: false, error: { kind: 'pdf-failed', detail: 'exit code 7' } }
    expect(await rooted(false)).toEqual(started)
    expect(await rooted(true, { GALLEY_NO_SANDBOX: '1' })).toEqual(started)
  })

  it('says how it ended', async () => {
    expect(await printerWith(script('exit 7')).print('', never())).toEqual({
      ok: false,
      error: { kind: 'pdf-failed', detail: 'exit code 7' },
    })
    expect(profiles()).toEqual([])
  })

  it('stops what takes too long, and what was cancelled, and leaves nothing behind', async () => {
    const slow = printerWith(script('exec sleep 60'), { start: 50 })
    const tooSlow = { ok: false, error: { kind: 'pdf-too-slow', seconds: 0 } }
    expect(await slow.print('', never())).toEqual(tooSlow)
    expect(await slow.print('', never())).toEqual(tooSlow)
    const cancelled = new AbortController()
    const printing = printerWith(script('exec sleep 60')).print('', cancelled.signal)
    cancelled.abort()
    expect(await printing).toEqual({ ok: false, error: { kind: 'export-cancelled' } })
    expect(profiles()).toEqual([])
  }, 30_000)
})

const browser = installedBrowser()

describe.skipIf(browser === null)('a report printed with an installed browser', () => {
  it('is tagged, has an outline and its fonts, and comes from one browser for all', async () => {
    const printer = printerWith(browser, { print: 60_000 })
    const html = reportHtml(harbourReport)
    for (const _ of ['first', 'second']) {
      const pdf = await printer.print(html, never())
      const text = pdf.ok ? Buffer.from(pdf.value).toString('latin1') : JSON.stringify(pdf.error)
      expect(text.slice(0, 5)).toBe('%PDF-')
      // Names of PDF 1.7 §7.7.2, §14.7, §12.3.3; every font has its file.
      expect(text).toContain('/MarkInfo <</Type /MarkInfo\n/Marked true')
      expect(text).toContain('/StructTreeRoot')
      expect(text).toContain('/Outlines')
      expect(text).toContain('/FontFile2')
      expect(profiles()).toHaveLength(1)
    }
    await printer.close()
    expect(profiles()).toEqual([])
  }, 120_000)

  it('runs no script and asks for nothing', async () => {
    const printer = printerWith(browser, { print: 60_000 })
    const html = `<!doctype html><title>t</title><p>before</p>
<script>document.body.innerHTML = '<h1>'.repeat(1) + 'a</h1>'.repeat(4000)</script><img src="http://127.0.0.1:9/a.png">`
    const pdf = await printer.print(html, never())
    // Four thousand headings would be some fifty pages.
    expect(
      pdf.ok &&
        (
          Buffer.from(pdf.value)
            .toString('latin1')
            .match(/\/Type \/Page\n/g) ?? []
        ).length,
    ).toBe(1)
  }, 120_000)
})
