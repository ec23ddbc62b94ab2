import { describe, expect, it } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import { exportFormats } from '../../../shared/exchange/formats.ts'
import { commandLine } from '../../helpers/cli.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const commands = ['text', 'tags', 'tag', 'list', 'check', 'export', 'import', 'serve']

describe('galley', () => {
  it('says its version', async () => {
    expect(await commandLine(tempFolder())('--version')).toEqual({
      code: 0,
      out: `${manifest.version}\n`,
      err: '',
    })
  })

  it.each(['--help', '-h', 'help'])('answers %s with all commands, on standard output', async (word) => {
    const { code, out, err } = await commandLine(tempFolder())(word)
    expect([code, err]).toEqual([0, ''])
    expect(commands.filter((name) => !out.includes(`\n  ${name.padEnd(6)}  `))).toEqual([])
  })

  it.each(commands)('helps with %s in either order of words', async (name) => {
    const galley = commandLine(tempFolder())
    const help = await galley(name, '--help')
    expect([help.code, help.err]).toEqual([0, ''])
    expect(help.out.startsWith(`Usage: galley ${name} `)).toBe(true)
    expect(await galley('help', name)).toEqual(help)
  })

  it.each([
    ['nothing', [], 'Name a command.'],
    ['an unknown command', ['frobnicate'], 'There is no command “frobnicate”.'],
    ['an unknown option', ['list', 'a.txt', '--jsn'], "Unknown option '--jsn'"],
    ['an option without its value', ['tag', 'a.txt', '--as'], "Option '--as <value>' argument missing"],
    ['two folders for tags', ['tags', 'a', 'b'], 'One story or folder at a time, not also b.'],
    ['no story to print', ['text'], 'Name the story.'],
    ['two stories to print', ['text', 'a.txt', 'b.txt'], 'One story at a time, not also b.txt.'],
    ['no story to list', ['list'], 'Name the story.'],
    ['no story to check', ['check'], 'Name at least one story.'],
    ['no story to export', ['export', '--to', 'html'], 'Name at least one story.'],
    ['no format', ['export', 'a.txt'], `Say which formats with --to ${exportFormats.join(',')}.`],
    [
      'an unknown format',
      ['export', 'a.txt', '--to', 'csv,doc'],
      `There is no format “doc”. Choose from: ${exportFormats.join(', ')}.`,
    ],
    ['a port out of range', ['serve', '--port', '65536'], '--port takes a number up to 65535, not “65536”.'],
    [
      'a port that is no number',
      ['serve', '--port', 'http'],
      '--port takes a number up to 65535, not “http”.',
    ],
  ])('explains wrong use and exits with 2: %s', async (_name, words, sentence) => {
    const { code, out, err } = await commandLine(tempFolder())(...words)
    expect([code, out]).toEqual([2, ''])
    expect(err.startsWith(`galley: ${sentence}`)).toBe(true)
    expect(err).toContain('\nUsage: galley ')
  })

  it.each([
    ['text', ['text', 'gone.txt']],
    ['tag', ['tag', 'gone.txt', '--as', 'Jane', '--tag', 'fact', '--quote', 'x']],
    ['list', ['list', 'gone.txt']],
    ['export', ['export', 'gone.txt', '--to', 'csv']],
  ])('exits with 1 and says why when %s finds no story', async (_name, words) => {
    expect(await commandLine(tempFolder())(...words)).toEqual({
      code: 1,
      out: '',
      err: "galley: Galley can't open “gone.txt”: there is no such file. Check the name and the folder.\n",
    })
  })

  it('colours only what goes to a terminal, and not where NO_COLOR is set', async () => {
    const folder = tempFolder()
    const words = ['text', 'gone.txt']
    const escapes = async (options: Parameters<typeof commandLine>[1]) =>
      (await commandLine(folder, options)(...words)).err.includes('\u001B[')
    expect(await escapes({ terminal: true })).toBe(true)
    expect(await escapes({ terminal: false })).toBe(false)
    expect(await escapes({ terminal: true, env: { NO_COLOR: '1' } })).toBe(false)
    expect(await escapes({ terminal: true, env: { TERM: 'dumb' } })).toBe(false)
  })
})
