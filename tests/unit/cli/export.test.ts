import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { commandLine } from '../../helpers/cli.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

async function desk() {
  const folder = tempFolder()
  writeFileSync(path.join(folder, 'story.txt'), 'It rained in May.')
  mkdirSync(path.join(folder, 'other'))
  writeFileSync(path.join(folder, 'other/story.txt'), 'It snowed in May.')
  const galley = commandLine(folder)
  const tag = ['--tag', 'fact', '--quote', 'May']
  await galley('tag', 'story.txt', '--as', 'Jane Doe', ...tag)
  await galley('tag', 'story.txt', '--as', 'Okafor, M.', ...tag)
  const annotators = (file: string) =>
    Papa.parse<{ annotator: string }>(readFileSync(path.join(folder, file), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data.map(({ annotator }) => annotator)
  return { folder, galley, annotators }
}

describe('galley export', () => {
  it('writes the formats beside the story and prints their names', async () => {
    const { folder, galley } = await desk()
    expect(await galley('export', 'story.txt', '--to', 'jsonld,html', '--to', 'csv')).toEqual({
      code: 0,
      out: 'story.report.html\nstory.annotations.csv\nstory.annotations.jsonld\n',
      err: '',
    })
    const report = readFileSync(path.join(folder, 'story.report.html'), 'utf8')
    expect(report).toContain('<title>story.txt – annotated report</title>')
  })

  it('makes the folder it is to write into', async () => {
    const { folder, galley } = await desk()
    const { code, out } = await galley('export', 'story.txt', '--to', 'csv', '--out', 'out/today')
    expect([code, out]).toEqual([0, `${path.join('out/today', 'story.annotations.csv')}\n`])
    expect(readdirSync(path.join(folder, 'out/today'))).toEqual(['story.annotations.csv'])
  })

  it('says so when there can be no such folder', async () => {
    const { folder, galley } = await desk()
    writeFileSync(path.join(folder, 'out'), 'a file')
    const { code, out, err } = await galley('export', 'story.txt', '--to', 'csv', '--out', 'out')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain("Galley can't save “out”")
  })

  it('replaces an earlier report', async () => {
    const { folder, galley } = await desk()
    writeFileSync(path.join(folder, 'story.annotations.csv'), 'old')
    expect((await galley('export', 'story.txt', '--to', 'csv')).code).toBe(0)
    expect(readFileSync(path.join(folder, 'story.annotations.csv'), 'utf8')).not.toBe('old')
  })

  it('never writes one report over another of the same call', async () => {
    const { folder, galley } = await desk()
    const { code, out, err } = await galley(
      'export',
      'story.txt',
      'other/story.txt',
      '--to',
      'html',
      '--out',
      'out',
    )
    expect([code, out]).toEqual([1, `${path.join('out', 'story.report.html')}\n`])
    expect(err).toContain('was just written for another story and is not replaced')
    expect(readFileSync(path.join(folder, 'out/story.report.html'), 'utf8')).toContain('rained')
  })

  it.each([
    ['a name', ['--layers', 'Jane Doe'], ['Jane Doe']],
    ['a name with a comma in it', ['--layers', 'Okafor, M.'], ['Okafor, M.']],
    [
      'names, one option each',
      ['--layers', 'Okafor, M.', '--layers', 'Jane Doe'],
      ['Jane Doe', 'Okafor, M.'],
    ],
    ['nothing', [], ['Jane Doe', 'Okafor, M.']],
  ])('takes the layers asked for: %s', async (_name, words, expected) => {
    const { galley, annotators } = await desk()
    expect((await galley('export', 'story.txt', '--to', 'csv', ...words)).code).toBe(0)
    expect(annotators('story.annotations.csv').sort()).toEqual(expected)
  })

  it('takes layers by id, with commas between', async () => {
    const { galley, annotators } = await desk()
    const [{ layers }] = JSON.parse((await galley('check', 'story.txt', '--json')).out)
    const ids = layers.map((layer: { annotator: string }) => layer.annotator)
    expect((await galley('export', 'story.txt', '--to', 'csv', '--layers', ids.join(','))).code).toBe(0)
    expect(annotators('story.annotations.csv').sort()).toEqual(['Jane Doe', 'Okafor, M.'])
  })

  it('refuses a layer that is not there, with those that are', async () => {
    const { folder, galley } = await desk()
    const { code, err } = await galley('export', 'story.txt', '--to', 'csv', '--layers', 'Nobody')
    expect(code).toBe(1)
    expect(err).toContain('There are no annotations by “Nobody”. Choose from: Jane Doe, Okafor, M..')
    expect(readdirSync(folder).filter((name) => name.endsWith('.csv'))).toEqual([])
  })

  it('goes on with the next story when one cannot be opened', async () => {
    const { galley } = await desk()
    const { code, out, err } = await galley('export', 'gone.txt', 'story.txt', '--to', 'csv')
    expect([code, out]).toEqual([1, 'story.annotations.csv\n'])
    expect(err).toContain('“gone.txt”')
  })
})
