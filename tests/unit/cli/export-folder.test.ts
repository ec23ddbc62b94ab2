import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtDist } from '../../helpers/built-dist.ts'
import { commandLine } from '../../helpers/cli.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

/** A folder of stories: three that are sound, one that is empty, and what is none. */
async function archive() {
  const folder = tempFolder()
  const stories = path.join(folder, 'stories')
  mkdirSync(path.join(stories, 'older'), { recursive: true })
  const write = (name: string, text: string) => writeFileSync(path.join(stories, name), text)
  write('budget.txt', 'The budget passed on Monday.')
  write('council.txt', 'The council met in May.')
  write('empty.txt', '')
  write('ferry.md', '# Ferry\n\nThe ferry stopped in May.\n')
  write('council.report.html', 'an earlier report')
  write('ferry.report.md', '# an earlier report\n')
  write('notes.json', '{}')
  write('older/flood.txt', 'The flood came in June.')
  const galley = commandLine(folder)
  const tag = ['--as', 'Jane Doe', '--tag', 'fact', '--quote', 'May']
  await galley('tag', 'stories/council.txt', ...tag, '--note', 'Which day?')
  return { folder, stories, galley, out: path.join(folder, 'out') }
}

describe('galley export of a folder', () => {
  it('writes every story in it, not those of its folders, and says what was skipped and why', async () => {
    const { galley, out } = await archive()
    const { code, out: printed, err } = await galley('export', 'stories', '--to', 'csv', '--out', 'out')
    const names = ['budget', 'council', 'ferry'].map((name) => `${name}.annotations.csv`)
    expect(readdirSync(out)).toEqual(names)
    expect([code, printed]).toEqual([1, names.map((name) => `${path.join('out', name)}\n`).join('')])
    expect(err).toBe(
      'galley: 3 of 4 stories exported whole, 3 files written.\n' +
        `galley: ${path.join('stories', 'empty.txt')}: Galley can't open “empty.txt”: it is empty. Check that the story was saved.\n`,
    )
  })

  it('keeps stories of one stem apart, in one folder and from two, whichever comes first', async () => {
    const { folder, stories, galley, out } = await archive()
    writeFileSync(path.join(stories, 'council.md'), '# Council\n')
    const csv = async (...words: string[]) => {
      const { code } = await galley('export', ...words, '--to', 'csv')
      return code
    }
    expect(await csv('stories/council.txt')).toBe(0)
    expect(readdirSync(stories)).toContain('council.txt.annotations.csv')

    writeFileSync(path.join(folder, 'budget.md'), '# Budget\n')
    for (const words of [
      ['budget.md', 'stories/budget.txt'],
      ['stories/budget.txt', 'budget.md'],
    ]) {
      expect(await csv(...words, '--out', 'out')).toBe(0)
    }
    expect(readdirSync(out)).toEqual(['budget.md.annotations.csv', 'budget.txt.annotations.csv'])
  })

  it('replaces what it wrote before, and a second run writes the same', async () => {
    const { galley, out } = await archive()
    await galley('export', 'stories', '--to', 'html,csv', '--out', 'out')
    const before = readdirSync(out).map((name) => readFileSync(path.join(out, name), 'utf8'))
    writeFileSync(path.join(out, 'council.report.html'), 'old')
    await galley('export', 'stories', '--to', 'html,csv', '--out', 'out')
    expect(readdirSync(out).map((name) => readFileSync(path.join(out, name), 'utf8'))).toEqual(before)
  })

  it('prints one object for programs', async () => {
    const { galley } = await archive()
    const { out, err } = await galley('export', 'stories', '--to', 'csv', '--out', 'out', '--json')
    expect(JSON.parse(out)).toEqual({
      stories: 4,
      done: 4,
      files: ['budget', 'council', 'ferry'].map((name) => path.join('out', `${name}.annotations.csv`)),
      skipped: [
        {
          story: path.join('stories', 'empty.txt'),
          format: null,
          kind: 'empty-story',
          sentence: expect.stringContaining('it is empty'),
        },
      ],
      leftOut: [],
      cancelled: false,
      seconds: expect.any(Number),
      storiesPerSecond: expect.any(Number),
      peakMemoryMb: expect.any(Number),
    })
    expect(err).toBe('')
  })

  it('shows on a terminal how far it is, and speed and memory where they are asked for', async () => {
    const { folder } = await archive()
    const galley = commandLine(folder, { terminal: true, env: { NO_COLOR: '1' } })
    const { out, err } = await galley('export', 'stories', '--to', 'csv', '--out', 'out', '--stats')
    expect(out).toBe('')
    expect(err).toContain('\r\u001B[2K2 of 4 council.txt')
    expect(err).toContain('\r\u001B[2Kgalley: 3 of 4 stories exported whole')
    expect(err).toMatch(/\d s, [\d.]+ stories a second, at most \d+ MB of memory\.\n$/)
  })
})

describe('galley export of a choice', () => {
  it('keeps to tags and leaves notes out', async () => {
    const { galley, stories } = await archive()
    const csv = async (...words: string[]) => {
      expect((await galley('export', 'stories/council.txt', '--to', 'csv', ...words)).code).toBe(0)
      return readFileSync(path.join(stories, 'council.annotations.csv'), 'utf8')
    }
    expect(await csv()).toContain('Which day?')
    expect(await csv('--no-notes')).not.toContain('Which day?')
    expect(await csv('--tags', 'assessment,attribution')).not.toContain('May')
    expect(await csv('--tags', 'assessment,fact')).toContain('May')
  })

  it('compares two annotators and no other number of them', async () => {
    const { galley } = await archive()
    const tag = ['--tag', 'fact', '--quote', 'council']
    const compare = (names: string) =>
      galley('export', 'stories/council.txt', '--to', 'html', '--compare', names)
    expect((await compare('Jane Doe')).err).toContain('only one has annotated this story')
    await galley('tag', 'stories/council.txt', '--as', 'M. Okafor', ...tag)
    expect((await compare('Jane Doe,M. Okafor')).code).toBe(0)
    expect(await compare('Jane Doe')).toMatchObject({
      code: 1,
      err: 'galley: Two annotators are compared, not 1. Choose two of: Jane Doe, M. Okafor.\n',
    })
    expect((await compare('Jane Doe,Nobody')).err).toContain('There are no annotations by “Nobody”.')
  })
})

describe('galley export as a process', () => {
  let cli = ''
  beforeAll(() => {
    cli = path.join(builtDist('export', ['cli']), 'cli/galley.js')
  }, 120_000)

  /** Exports sixty stories and sends the signal when the fifth file is named. */
  async function interrupted(signal: NodeJS.Signals) {
    const folder = tempFolder()
    mkdirSync(path.join(folder, 'stories'))
    const paragraph = 'The council met in May and the ferry stopped in June, the mayor said. '.repeat(200)
    for (let number = 10; number < 70; number += 1) {
      writeFileSync(path.join(folder, 'stories', `story-${number}.txt`), `${number}\n\n${paragraph}\n`)
    }
    const child = spawn(process.execPath, [cli, 'export', 'stories', '--to', 'html,csv', '--out', 'out'], {
      cwd: folder,
      env: { ...process.env, GALLEY_DATA: path.join(folder, 'data') },
    })
    const heard = { out: '', said: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      heard.out += chunk.toString()
      if (!child.killed && heard.out.split('\n').length > 5) child.kill(signal)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      heard.said += chunk.toString()
    })
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    const out = path.join(folder, 'out')
    const names = readdirSync(out)
    return { ...heard, code, names, read: (name: string) => readFileSync(path.join(out, name), 'utf8') }
  }

  const isWhole = (name: string, text: string) =>
    name.endsWith('.html') ? text.endsWith('</html>\n') : text.endsWith('\r\n')

  it('ends after the current file on Ctrl-C, with no half file and a summary', async () => {
    const { code, said, names, read, out } = await interrupted('SIGINT')
    expect(code).toBe(1)
    expect(said).toMatch(/^galley: Cancelled: \d+ of 60 stories exported whole, \d+ files written\.\n$/)
    expect(names.length).toBeGreaterThan(4)
    expect(names.length).toBeLessThan(120)
    expect(names.filter((name) => !isWhole(name, read(name)))).toEqual([])
    expect(
      out
        .trim()
        .split('\n')
        .map((name) => path.basename(name))
        .sort(),
    ).toEqual([...names].sort())
  })

  it('leaves whole files only, and at most one of a name of its own, when it is killed', async () => {
    const { names, read } = await interrupted('SIGKILL')
    const reports = names.filter((name) => !/^\.~galley-\d+-[0-9a-f]{12}\.tmp$/.test(name))
    expect(names.length - reports.length).toBeLessThanOrEqual(1)
    expect(reports.length).toBeGreaterThan(4)
    expect(reports.filter((name) => !isWhole(name, read(name)))).toEqual([])
  })
})
