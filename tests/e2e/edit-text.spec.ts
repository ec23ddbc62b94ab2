import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readSidecarItems } from './read-items.ts'
import { expect, test } from './test.ts'

test.describe('plain text', () => {
  test.use({ story: 'brief.txt' })

  test('is typed into with the marks following, saved as it was stored, and undone across both modes', async ({
    desk,
    galley,
  }) => {
    const file = path.join(galley.folder, 'brief.txt')
    const source = `\ufeff${(await readFile(file, 'utf8')).replaceAll('\n', '\r\n')}`
    await writeFile(file, source)
    await desk.start()
    await desk.opened()
    const before = await desk.text()
    await desk.select('left on time')
    await desk.keys('1')
    await desk.saved()

    await desk.editText()
    const at = before.indexOf('left on time')
    await desk.selectRange(at, at)
    await desk.page.keyboard.type('had ')
    await desk.selectRange(at + 'had left on'.length, at + 'had left on'.length)
    await desk.page.keyboard.type(' the')
    await desk.textSaved()
    const { text, marks } = await desk.onScreen()
    expect(text).toBe(before.replace('left on time', 'had left on the time'))
    expect(Object.values(marks).map(([start, end]) => text.slice(start, end))).toEqual(['left on the time'])
    expect(await readFile(file, 'utf8')).toBe(source.replace('left on time', 'had left on the time'))
    const [sidecar] = await desk.sidecars('brief.txt')
    if (sidecar === undefined) throw new Error('no sidecar')
    expect(readSidecarItems(sidecar, text)).toEqual({
      'left on time': { words: 'left on the time', revision: 1 },
    })

    // One way back: the two insertions, then, in the other mode, the mark.
    await desk.editText()
    await desk.keys('Control+z', 'Control+z')
    await expect.poll(() => desk.text()).toBe(before)
    await desk.keys('Control+z')
    await expect(desk.marks()).toHaveCount(0)
    await desk.keys('Control+Shift+z', 'Control+Shift+z', 'Control+Shift+z')
    await expect.poll(() => desk.text()).toBe(text)
    await desk.textSaved()
    await desk.saved()
    expect(await readFile(file, 'utf8')).toBe(source.replace('left on time', 'had left on the time'))
  })

  test('takes what an input method composes, inside a mark and once', async ({ desk, galley, page }) => {
    await desk.start()
    await desk.opened()
    await desk.select('Inner Skarra left')
    await desk.keys('1')
    await desk.editText()
    const before = await desk.text()
    const at = before.indexOf('Skarra left')
    await desk.selectRange(at, at)
    const protocol = await page.context().newCDPSession(page)
    for (const text of ['に', 'にほ', 'にほん']) {
      await protocol.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    }
    await protocol.send('Input.insertText', { text: '日本 ' })
    await desk.textSaved()
    const after = `${before.slice(0, at)}日本 ${before.slice(at)}`
    expect(await desk.text()).toBe(after)
    expect(await desk.markedWords()).toEqual(['Inner 日本 Skarra left'])
    expect(await readFile(path.join(galley.folder, 'brief.txt'), 'utf8')).toBe(after)
    await desk.keys('Control+z')
    await expect.poll(() => desk.text()).toBe(before)
    expect(await desk.markedWords()).toEqual(['Inner Skarra left'])
  })

  test('that changed on the disk meanwhile is kept beside the edited one, whichever goes on', async ({
    desk,
    galley,
    page,
  }) => {
    const file = path.join(galley.folder, 'brief.txt')
    const source = await readFile(file, 'utf8')
    await desk.start()
    await desk.opened()
    await desk.editText()
    await desk.keys('Control+Home')
    // In one breath: before the window has written what was typed.
    await Promise.all([
      page.keyboard.type('Again: '),
      writeFile(file, source.replace('Forty-one', 'Forty-two')),
    ])
    await expect(page.getByText(/another program changed the file meanwhile/)).toBeVisible()
    expect(await readFile(file, 'utf8')).toContain('Forty-two')
    expect(await desk.axe()).toEqual([])
    await page.getByRole('button', { name: 'Go on with mine' }).click()
    await desk.textSaved()
    expect(await readFile(file, 'utf8')).toBe(`Again: ${source}`)
    const copy = (await readdir(galley.folder)).find((name) => name.startsWith('brief (on disk'))
    expect(await readFile(path.join(galley.folder, copy ?? ''), 'utf8')).toContain('Forty-two')
  })
})

test.describe('Markdown', () => {
  test.use({ story: 'ridge-rescue.md' })

  test('keeps every byte but the edited words; its table can only be read', async ({
    desk,
    galley,
    page,
  }) => {
    const file = path.join(galley.folder, 'ridge-rescue.md')
    const source = await readFile(file, 'utf8')
    await desk.start()
    await desk.opened()
    await desk.editText()
    const words = 'Standing upright was possible'
    const at = (await desk.text()).indexOf(words)
    await desk.selectRange(at, at + 'Standing'.length)
    await page.keyboard.type('Sitting')
    await desk.textSaved()
    expect(await readFile(file, 'utf8')).toBe(source.replace(words, 'Sitting upright was possible'))

    const cell = await page.locator('.story .table-row').first().textContent()
    const table = (await desk.text()).indexOf(cell ?? '')
    await desk.selectRange(table, table + 1)
    await page.keyboard.type('x')
    await expect(page.getByText(/part of a table/).first()).toBeAttached()
    expect(await desk.text()).toContain(cell ?? '')
    expect(await desk.axe()).toEqual([])
  })
})
