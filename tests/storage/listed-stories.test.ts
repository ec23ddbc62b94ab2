import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportStemOf, storyNamesIn } from '../../electron/storage/listed-stories.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

function folderWith(...names: readonly string[]): string {
  const folder = tempFolder()
  for (const name of names) writeFileSync(path.join(folder, name), 'The quay closed.')
  return folder
}

const EXPORTS = [
  'quay.annotated.docx',
  'quay.annotations.csv',
  'quay.annotations.jsonld',
  'quay.annotations.xlsx',
  'quay.hypothesis.json',
  'quay.qdpx',
  'quay.report.html',
  'quay.report.md',
  'quay.report.pdf',
]

describe('the stories of a folder', () => {
  it('are not the exports that lie beside them, in whatever case a disk has their names', async () => {
    expect(await storyNamesIn(folderWith('quay.txt', ...EXPORTS))).toEqual(['quay.txt'])
    expect(await storyNamesIn(folderWith('Quay.docx', ...EXPORTS))).toEqual(['Quay.docx'])
  })

  it('are not the exports named after a whole name, which two stories of one stem have', async () => {
    const whole = EXPORTS.flatMap((name) => [
      name.replace('quay', 'quay.txt'),
      name.replace('quay', 'quay.docx'),
    ])
    const both = ['quay.docx', 'quay.txt']
    expect(await storyNamesIn(folderWith(...both, ...EXPORTS, ...whole))).toEqual(both)
  })

  it('are files with such names where there is no story that they could be of', async () => {
    const names = ['annual.report.html', 'mayor.report.md', 'sent.annotated.docx']
    expect(await storyNamesIn(folderWith(...names))).toEqual(names)
  })

  it('are files whose names only resemble those of exports', async () => {
    const names = ['quay.report.docx', 'quay.report.txt', 'quay.txt']
    expect(await storyNamesIn(folderWith(...names))).toEqual(names)
  })
})

describe('the name of what a story is exported to', () => {
  const stems = (folder: string, ...names: readonly string[]) =>
    Promise.all(names.map((name) => exportStemOf(path.join(folder, name))))

  it('is its stem, whatever else lies there that is no story', async () => {
    const folder = folderWith('quay.txt', 'quayside.md', 'quay.pdf', 'quay.json', 'quay.xml', ...EXPORTS)
    expect(await stems(folder, 'quay.txt')).toEqual(['quay'])
  })

  it('is its whole name beside a story of the same stem, for both of them', async () => {
    const folder = folderWith('quay.txt', 'quay.docx', 'Quay.xml', 'ferry.md')
    expect(await stems(folder, 'quay.txt', 'quay.docx', 'ferry.md')).toEqual([
      'quay.txt',
      'quay.docx',
      'ferry',
    ])
    writeFileSync(path.join(folder, 'Ferry.xml'), '<nitf><body/></nitf>')
    expect(await stems(folder, 'ferry.md', 'Ferry.xml')).toEqual(['ferry.md', 'Ferry.xml'])
  })

  it('is its stem in a folder that is gone', async () => {
    expect(await stems(path.join(tempFolder(), 'gone'), 'quay.txt')).toEqual(['quay'])
  })
})
