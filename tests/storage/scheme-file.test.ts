import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSchemeFile, readSchemeFile } from '../../electron/storage/scheme-file.ts'
import { sentenceFor } from '../../shared/messages.ts'
import { SCHEME_LIMIT } from '../../shared/tags/scheme-text.ts'
import { builtInTags, SCHEME_FILE } from '../../shared/tags.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures/broken/tags')
const isRoot = process.getuid?.() === 0

/** A folder with this content as its file of tags. */
function folderWith(content: string | Uint8Array): string {
  const folder = tempFolder()
  writeFileSync(path.join(folder, SCHEME_FILE), content)
  return folder
}

/** Why the tags of a folder can't be used. */
async function fault(folder: string): Promise<string> {
  const found = await readSchemeFile(folder)
  return found === null || found.ok ? 'no fault' : sentenceFor(found.error)
}

describe('a broken file of tags', () => {
  const cases: Readonly<Record<string, string>> = {
    empty: 'line 1, column 1: the file is empty',
    'trailing-comma': 'line 4, column 44: a comma stands after the last entry',
    'conflict-markers': 'line 3, column 1: a merge of two versions was not finished here',
    truncated: 'line 4, column 22: the text that begins here has no quotation mark at its end',
    comment: 'line 2, column 3: comments are not allowed in JSON',
    'curly-quotes': 'line 2, column 3: only straight double quotation marks (") are allowed in JSON',
    list: 'line 1: tags must stand inside an object',
    'no-tags': 'line 1: tags is missing',
    'ten-tags': 'line 12: tags[9] is one too many',
    'same-id': 'line 7: tags[2].id “claim” is the id of another tag too',
    'same-key': 'line 5: tags[2].key “claim” has the key 3 too',
    'no-digit': 'line 3: tags[0].key must be a digit from 1 to 9',
    'no-colour': 'line 3: tags[0].colour must be a colour such as',
    'faint-colour': 'line 6: tags[0].light is too faint on light paper',
    'line-break': 'line 3: tags[0].label has a line break',
    'no-such-line': 'line 3: tags[0].line must be one of',
    'no-choices': 'line 8: tags[0].fields[1].choices must list what there is to choose from',
    newer: 'line 2: galley:tags is of a newer Galley',
    'not-utf8': 'it is not UTF-8 text',
  }

  it('is there for each case', () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(
      Object.keys(cases)
        .map((name) => `${name}.json`)
        .sort(),
    )
  })

  it.each(Object.entries(cases))('%s: %s', async (name, expected) => {
    const folder = tempFolder()
    copyFileSync(path.join(FIXTURES, `${name}.json`), path.join(folder, SCHEME_FILE))
    expect(await fault(folder)).toContain(expected)
    expect(readFileSync(path.join(folder, SCHEME_FILE))).toEqual(
      readFileSync(path.join(FIXTURES, `${name}.json`)),
    )
  })

  it('that is huge is not read', async () => {
    expect(await fault(folderWith(' '.repeat(SCHEME_LIMIT + 1)))).toContain('it has 257 KB')
    expect(await fault(folderWith(' '.repeat(SCHEME_LIMIT)))).toContain('the file is empty')
  })

  it('that is nested without end does no harm', async () => {
    expect(await fault(folderWith('['.repeat(SCHEME_LIMIT)))).toContain('too deep')
  })

  it('that is a folder, a link to nowhere or a link in a circle is a fault', async () => {
    const folder = tempFolder()
    const place = (name: string) => {
      mkdirSync(path.join(folder, name))
      return path.join(folder, name, SCHEME_FILE)
    }
    mkdirSync(place('folder'))
    symlinkSync('nowhere.json', place('nowhere'))
    symlinkSync(SCHEME_FILE, place('circle'))
    expect(await fault(path.join(folder, 'folder'))).toContain('it is a folder')
    expect(await fault(path.join(folder, 'nowhere'))).toContain('a link that leads nowhere')
    expect(await fault(path.join(folder, 'circle'))).toContain('a link that leads nowhere')
  })

  it.skipIf(isRoot)('that may not be read is a fault', async () => {
    const folder = folderWith('{}')
    chmodSync(path.join(folder, SCHEME_FILE), 0o000)
    expect(await fault(folder)).toContain('you are not allowed to read it')
  })
})

describe('a file of tags', () => {
  it('is read through a link, with a byte order mark and in one line', async () => {
    const folder = tempFolder()
    writeFileSync(path.join(folder, 'ours.json'), '\uFEFF{"tags":[{"id":"claim","label":"Behauptung"}]}')
    symlinkSync('ours.json', path.join(folder, SCHEME_FILE))
    expect(await readSchemeFile(folder)).toMatchObject({ ok: true, value: [{ label: 'Behauptung' }] })
  })

  it('need not be there, nor its folder', async () => {
    const folder = tempFolder()
    expect(await readSchemeFile(folder)).toBeNull()
    expect(await readSchemeFile(path.join(folder, 'gone'))).toBeNull()
  })

  it('is made whole, and never over anything', async () => {
    const folder = tempFolder()
    expect(await createSchemeFile(folder, builtInTags)).toEqual({ ok: true, value: null })
    expect(await readSchemeFile(folder)).toEqual({ ok: true, value: builtInTags })
    const before = readFileSync(path.join(folder, SCHEME_FILE), 'utf8')
    const again = await createSchemeFile(folder, builtInTags.slice(1))
    expect(again).toEqual({ ok: false, error: { kind: 'scheme-exists', file: SCHEME_FILE } })
    expect([readdirSync(folder), readFileSync(path.join(folder, SCHEME_FILE), 'utf8')]).toEqual([
      [SCHEME_FILE],
      before,
    ])
  })

  it('is not made through a link, nor where there is no folder', async () => {
    const folder = tempFolder()
    symlinkSync('elsewhere.json', path.join(folder, SCHEME_FILE))
    expect(await createSchemeFile(folder, builtInTags)).toMatchObject({ error: { kind: 'scheme-exists' } })
    expect(readdirSync(folder)).toEqual([SCHEME_FILE])
    expect(await createSchemeFile(path.join(folder, 'gone'), builtInTags)).toEqual({
      ok: false,
      error: { kind: 'folder-gone', file: SCHEME_FILE },
    })
  })
})
