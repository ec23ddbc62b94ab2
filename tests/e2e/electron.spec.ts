import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { electronProgram, openInElectron } from './electron.ts'

// What only the real Electron can show. Where its program is missing, the global setup says so in a line.
if (electronProgram !== undefined) {
  test.describe('Galley in Electron', () => {
    let dataFolder = ''
    test.beforeEach(async () => {
      dataFolder = await mkdtemp(path.join(tmpdir(), 'galley-electron-data-'))
    })
    test.afterEach(() => rm(dataFolder, { recursive: true, force: true }))

    test('shows its page under app://, sandboxed, and its desk answers', async () => {
      const galley = await openInElectron({ dataFolder })
      expect(
        await galley.page.evaluate(() => [
          location.href,
          crossOriginIsolated,
          typeof Reflect.get(window, 'process'),
        ]),
      ).toEqual(['app://bundle/', true, 'undefined'])
      // The sender's origin, as Chromium reports it, is the one that IPC answers.
      const answer = await galley.page.evaluate(() => Reflect.get(window, 'galley').call('begin', {}))
      expect(answer).toMatchObject({ ok: true, value: { host: 'electron' } })
      await galley.close()
    })

    test('fetches nothing from outside', async () => {
      const galley = await openInElectron({ dataFolder })
      const reached = await galley.page.evaluate(() =>
        fetch('https://example.org/').then(
          () => true,
          () => false,
        ),
      )
      expect(reached).toBe(false)
      await galley.close()
    })
  })
}
