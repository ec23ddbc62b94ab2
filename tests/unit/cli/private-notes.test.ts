import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { directTransport } from '../../../electron/desk/direct.ts'
import { exportFormats } from '../../../shared/exchange/formats.ts'
import { commandLine } from '../../helpers/cli.ts'
import { change, DeskWorld, openGiven } from '../../helpers/desk-world.ts'
import { expectKept, expectSilent, OPEN, planted } from '../../helpers/secrets.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { filesSaying } from '../../helpers/traces.ts'

/** A browser that hands out the page itself in place of a PDF of it. */
function printingBrowser(): string {
  const program = path.resolve(import.meta.dirname, '../../helpers/children/printing-browser.mjs')
  const file = path.join(tempFolder(), 'browser')
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${program}"\n`)
  chmodSync(file, 0o755)
  return file
}

/** A folder with a story on which the person of the window wrote something private, and `galley` in it. */
async function desk() {
  const world = new DeskWorld(async (opened) => {
    const { transport, client } = directTransport(opened)
    return { transport, close: () => client.close() }
  })
  world.write('ferry.md', '# Ferry to stop\n\nThe last ferry sails on Sunday.\n')
  const opened = await world.desk()
  const window = await world.window(opened)
  await change(window, (await openGiven(window)).id, planted(1, [15, 24]))
  await opened.close()
  const folder = path.dirname(world.story)
  const data = path.join(world.folder, 'data')
  const env = { GALLEY_DATA: data, GALLEY_BROWSER: printingBrowser(), GALLEY_NO_SANDBOX: '1', PATH: '' }
  return { world, folder, galley: commandLine(folder, { env }) }
}

const all = exportFormats.join(',')

describe.skipIf(process.platform === 'win32')('a private note', () => {
  // Thirty exports, and imports of them: most of the time goes into loading what makes and reads them.
  it('is printed and written by no command', { timeout: 60_000 }, async () => {
    const { world, folder, galley } = await desk()
    const left: string[] = []
    const run = async (...words: string[]) => {
      const ended = await galley(...words)
      left.push(JSON.stringify([words, ended]))
      return ended
    }
    for (const words of [['list'], ['check'], ['text'], ['tags']]) {
      await run(...words, 'council.txt')
      if (words[0] !== 'text') await run(...words, 'council.txt', '--json')
    }
    await run('check', 'council.txt', '--fix', '--as', 'Jane Doe')
    await run('tag', 'council.txt', '--as', 'Jane Doe', '--tag', 'fact', '--quote', 'officials said')
    for (const [words, stories] of [
      [['council.txt'], 1],
      [['.'], 2],
    ] as const) {
      const out = stories === 1 ? 'story' : 'folder'
      const whole = await run('export', ...words, '--to', all, '--out', out, '--json')
      expect(JSON.parse(whole.out)).toMatchObject({ skipped: [], stories })
      expect(filesSaying(path.join(folder, out), OPEN)).toHaveLength(exportFormats.length)
    }
    for (const file of ['.annotations.csv', '.annotations.jsonld', '.annotated.docx', '.hypothesis.json']) {
      const words = ['import', 'council.txt', path.join('story', `council${file}`), '--as']
      await run(...words, 'Jane Doe', '--dry-run')
      await run(...words, 'Jane Doe')
      expect(await run(...words, 'Ana Ruiz', '--json')).toMatchObject({ code: 0 })
    }
    await run('list', 'council.txt', '--json')
    await run('export', 'council.txt', '--to', all, '--out', 'again')

    expectKept(world.folder, 'data')
    expectSilent(left)
    expect(left.filter((said) => said.includes(OPEN)).length).toBeGreaterThanOrEqual(3)
    expect(filesSaying(folder, OPEN).filter((name) => name.endsWith('.report.pdf'))).toHaveLength(3)
  })
})
