import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ajv } from 'ajv'
import { materialIfPresent } from '../helpers/material.ts'
import { DeskApp } from './desk-app.ts'
import { discard, ServedGalley } from './served-galley.ts'
import { expect, test } from './test.ts'

const text = materialIfPresent('gum-wikinews/GUM_news_homeopathic.natural.txt')
const schema = materialIfPresent('w3c-web-annotation/wadm-must.restated.schema.json')
const name = 'GUM_news_homeopathic.natural.txt'

// A real news story and the W3C's rules restated as a schema; both lie beside the checkout, not in it.
if (text !== null && schema !== null) {
  test('a real story is tagged in the window and by command; each item is a valid web annotation', async ({
    page,
  }) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'galley-material-'))
    const story = path.join(folder, name)
    await writeFile(story, text)
    const galley = await ServedGalley.start({ story: name, folder })
    const desk = new DeskApp(page, galley)
    await desk.start()
    await desk.opened()
    await desk.keys('1', '2', '1', '3')
    await desk.note('Which court?')
    await desk.saved()
    await galley.command(
      'tag',
      story,
      ...['--as', 'Jane Doe', '--tag', 'attribution', '--quote', 'according to the Sydney Morning Herald'],
    )

    const valid = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(schema))
    const [sidecar] = await desk.sidecars(name)
    const items = sidecar?.first.items ?? []
    expect(items).toHaveLength(5)
    const beside = pathToFileURL(path.join(folder, 'sidecar.json'))
    for (const item of items) {
      const target = { ...(item.target as { source: string }) }
      target.source = new URL(target.source, beside).href
      expect(
        valid({ '@context': sidecar?.['@context'], ...item, target }),
        JSON.stringify(valid.errors),
      ).toBe(true)
    }

    await expect
      .poll(async () => (await desk.marks().allTextContents()).join(' '))
      .toContain('Sydney Morning Herald')
    await galley.command('export', story, '--to', 'html,csv,jsonld', '--out', folder)
    const exported = (await readdir(folder)).filter(
      (file) => !file.startsWith(`${name}.`) && file !== name && file !== '.galley',
    )
    expect(exported.map((file) => path.extname(file)).sort()).toEqual(['.csv', '.html', '.jsonld'])
    const jsonld = exported.find((file) => file.endsWith('.jsonld')) ?? ''
    const collection = JSON.parse(await readFile(path.join(folder, jsonld), 'utf8'))
    for (const item of collection.first.items) expect(valid(item), JSON.stringify(valid.errors)).toBe(true)
    expect(await readFile(story, 'utf8')).toBe(text)
    expect(desk.problems).toEqual([])
    await galley.stop()
    await Promise.all([discard(folder), discard(galley.dataFolder)])
  })
}
