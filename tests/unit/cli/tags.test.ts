import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SettingsFile } from '../../../electron/storage/settings.ts'
import { builtInTags, SCHEME_FILE } from '../../../shared/tags.ts'
import { commandLine } from '../../helpers/cli.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const OURS = {
  tags: [
    {
      id: 'claim',
      label: 'Claim by a party',
      description: 'Not confirmed.',
      colour: '#b3263e',
      fields: [
        { id: 'party', label: 'Party' },
        { id: 'status', label: 'Status', choices: ['open', 'refuted'] },
        { id: 'url', label: 'Evidence', kind: 'link' },
        { id: 'asked', label: 'Other side asked', kind: 'yes-no' },
      ],
    },
  ],
}

function deskWith(scheme: object | string | null = OURS) {
  const folder = tempFolder()
  const write = (name: string, content: string) => writeFileSync(path.join(folder, name), content)
  write('story.txt', 'He left, he said. She stayed.\n')
  if (scheme !== null) write(SCHEME_FILE, typeof scheme === 'string' ? scheme : JSON.stringify(scheme))
  const galley = commandLine(folder)
  const mark = (...words: string[]) =>
    galley('tag', 'story.txt', '--as', 'Jane', '--quote', 'He left', ...words)
  return { folder, write, galley, mark }
}

const broken = '{\n  "tags": [\n    { "id": "a" }\n  ]\n}\n'
const sentence = `galley: The tags of “${SCHEME_FILE}” can't be used: line 3: tags[0].label is missing.`

describe('galley tags', () => {
  it('prints the tags of a folder', async () => {
    const { galley } = deskWith()
    const { code, out, err } = await galley('tags', 'story.txt')
    expect([code, err]).toEqual([0, ''])
    expect(out.split('\n')).toEqual([
      'Tags of the folder, from galley.tags.json:',
      '1  Claim by a party  claim',
      '   Not confirmed.',
      expect.stringMatching(/^ {3}solid line, #b3263e on light paper, #[0-9a-f]{6} on dark$/),
      '   party (Party): text',
      '   status (Status): open, refuted',
      '   url (Evidence): a link',
      '   asked (Other side asked): yes or no',
      '',
    ])
    for (const where of ['.', SCHEME_FILE]) expect((await galley('tags', where)).out).toBe(out)
    expect((await galley('tags')).out).toBe(out)
  })

  it('prints the built-in ones, and the person’s own, where the folder has none', async () => {
    const { folder, galley } = deskWith(null)
    const builtIn = JSON.parse((await galley('tags', '--json')).out)
    expect(builtIn).toEqual({ source: 'built-in', problem: null, tags: builtInTags })
    const settings = new SettingsFile(path.join(folder, '.data'), () => {})
    await settings.change({ tags: builtInTags.slice(1) })
    const own = JSON.parse((await galley('tags', '--json')).out)
    expect(own).toEqual({ source: 'settings', problem: null, tags: builtInTags.slice(1) })
  })

  it('checks the file: a fault is told with its line, and exits with 1', async () => {
    const { folder, galley } = deskWith(broken)
    const { code, out, err } = await galley('tags')
    expect([code, out.split('\n')[0]]).toEqual([1, 'Built-in tags:'])
    expect(err).toContain(sentence)
    const { problem } = JSON.parse((await galley('tags', '--json')).out)
    expect(problem).toMatchObject({ kind: 'scheme-invalid', line: 3, where: 'tags[0].label' })
    expect(readFileSync(path.join(folder, SCHEME_FILE), 'utf8')).toBe(broken)
  })

  it('says that there is no such folder', async () => {
    const { code, err } = await deskWith().galley('tags', 'gone')
    expect(code).toBe(1)
    expect(err).toContain('“gone”')
  })

  it('takes the folder in which a story lies', async () => {
    const { folder, galley } = deskWith(null)
    mkdirSync(path.join(folder, 'desk'))
    writeFileSync(path.join(folder, 'desk', SCHEME_FILE), JSON.stringify(OURS))
    writeFileSync(path.join(folder, 'desk', 'other.txt'), 'Rain.')
    expect((await galley('tags', 'desk/other.txt')).out).toContain('Claim by a party')
    expect((await galley('tags', 'desk')).out).toContain('Claim by a party')
  })
})

describe('the other commands', () => {
  it('mark with the tags of the folder, and call them by their labels', async () => {
    const { galley, mark } = deskWith()
    const marked = await mark(
      '--tag',
      'claim',
      '--field',
      'asked=yes',
      '--field',
      'url=https://example.org/a',
    )
    expect([marked.code, marked.err]).toEqual([0, ''])
    expect((await galley('list', 'story.txt')).out).toBe(
      '0–7  Claim by a party  “He left”  Jane\n    Evidence: https://example.org/a\n    Other side asked: yes\n',
    )
  })

  it.each([
    ['a tag of another scheme', ['--tag', 'fact'], 'There is no tag “fact”. Choose one of: claim.'],
    [
      'a field of another scheme',
      ['--tag', 'claim', '--field', 'source=x'],
      'The tag “claim” has no field “source”. Choose one of: party, status, url, asked.',
    ],
    [
      'a value that is no choice',
      ['--tag', 'claim', '--field', 'status=closed'],
      "The field “status” can't be “closed”. Choose one of: open, refuted.",
    ],
    [
      'neither yes nor no',
      ['--tag', 'claim', '--field', 'asked=maybe'],
      "The field “asked” can't be “maybe”. Choose one of: yes, no.",
    ],
    [
      'a link that could do harm',
      ['--tag', 'claim', '--field', 'url=javascript:alert(1)'],
      'The field “url” takes an address that begins with https://, http:// or mailto:, not “javascript:alert(1)”.',
    ],
  ])('refuse %s', async (_what, words, expected) => {
    const { galley, mark } = deskWith()
    const { code, out, err } = await mark(...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(`galley: ${expected}`)
    expect((await galley('list', 'story.txt')).out).toBe('')
  })

  it('show what the folder’s tags do not know: by its id, with all that it holds', async () => {
    const { folder, write, galley, mark } = deskWith(null)
    await mark('--tag', 'attribution', '--field', 'source=the mayor')
    write(SCHEME_FILE, JSON.stringify(OURS))
    expect((await galley('list', 'story.txt')).out).toBe(
      '0–7  attribution  “He left”  Jane\n    source: the mayor\n',
    )
    expect((await galley('check', 'story.txt')).code).toBe(0)
    expect((await galley('export', 'story.txt', '--to', 'html,csv,jsonld')).code).toBe(0)
    const report = (ending: string) => readFileSync(path.join(folder, `story.${ending}`), 'utf8')
    expect(report('report.html')).toContain('Claim by a party')
    expect(report('annotations.csv')).toMatch(/field:party,field:status,field:url,field:asked,field:source/)
    expect(report('annotations.csv')).toContain(',attribution,')
    expect(report('annotations.jsonld')).toContain('"value": "the mayor"')
  })

  it('say what is wrong with the file of tags and work with the others; to check it needs a person', async () => {
    const { galley, mark } = deskWith(broken)
    const marked = await mark('--tag', 'fact')
    expect([marked.code, marked.err]).toEqual([0, expect.stringContaining(sentence)])
    const listed = await galley('list', 'story.txt')
    expect([listed.code, listed.err]).toEqual([0, expect.stringContaining(sentence)])
    const { code, out } = await galley('check', 'story.txt')
    expect(code).toBe(1)
    expect(out).toContain('  tags  The tags of “galley.tags.json”')
    const [finding] = JSON.parse((await galley('check', 'story.txt', '--json')).out)
    expect(finding.tags).toContain('line 3')
  })
})
