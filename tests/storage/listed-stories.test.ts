import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { storyNamesIn } from '../../electron/storage/listed-stories.ts'
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

  it('are files with such names where there is no story that they could be of', async () => {
    const names = ['annual.report.html', 'mayor.report.md', 'sent.annotated.docx']
    expect(await storyNamesIn(folderWith(...names))).toEqual(names)
  })

  it('are files whose names only resemble those of exports', async () => {
    const names = ['quay.report.docx', 'quay.report.txt', 'quay.txt']
    expect(await storyNamesIn(folderWith(...names))).toEqual(names)
  })
})
