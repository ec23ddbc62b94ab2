import { describe, expect, it } from 'vitest'
import { filesFromArgv, filesFromMessage } from '../../../electron/main/files-from-argv.ts'

describe('files from a command line', () => {
  it.each([
    ['a relative path', ['galley', 'a.txt'], true, ['/home/jane/a.txt']],
    ['a path upwards', ['galley', '../b/a.txt'], true, ['/home/b/a.txt']],
    ['an absolute path', ['galley', '/news/a.txt'], true, ['/news/a.txt']],
    ['two, in order', ['galley', 'b.txt', 'a.md'], true, ['/home/jane/b.txt', '/home/jane/a.md']],
    [
      'switches of Chromium among them',
      ['galley', '--no-first-run', 'a.txt', '-x'],
      true,
      ['/home/jane/a.txt'],
    ],
    ['a launcher’s URL', ['galley', 'file:///news/a%20b.txt'], true, ['/news/a b.txt']],
    ['a URL of another computer', ['galley', 'file://server/a.txt'], true, []],
    ['what is no story', ['galley', 'a.pdf'], true, ['/home/jane/a.pdf']],
    ['nothing', ['galley'], true, []],
    ['an empty word', ['galley', ''], true, []],
    ['unpackaged, the app’s own folder', ['electron', '/app', 'a.txt'], false, ['/home/jane/a.txt']],
    [
      'unpackaged under a test driver',
      ['electron', '--inspect=0', '.', 'a.txt'],
      false,
      ['/home/jane/a.txt'],
    ],
    ['unpackaged, nothing', ['electron', '.'], false, []],
  ])('takes %s', (_what, argv, packaged, expected) => {
    expect(filesFromArgv(argv, '/home/jane', packaged)).toEqual(expected)
  })
})

describe('files from a second start', () => {
  it.each([
    [{ files: ['/a.txt', '/b.txt'] }, ['/a.txt', '/b.txt']],
    [{ files: ['a.txt', 7, null, '/b.txt', `/${'x'.repeat(5000)}`] }, ['/b.txt']],
    [{ files: 'a' }, []],
    [{}, []],
    [null, []],
    [undefined, []],
    ['/a.txt', []],
  ])('reads %j as input of another program', (message, expected) => {
    expect(filesFromMessage(message)).toEqual(expected)
  })
})
