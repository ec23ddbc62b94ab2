import { describe, expect, it } from 'vitest'
import { printable, quotedWords } from '../../../electron/cli/printable.ts'

describe('printable', () => {
  it.each([
    ['plain words', 'plain words'],
    ['two\nlines\tand  blanks', 'two lines and blanks'],
    ['\u001B[2J\u0000\u009B', '\uFFFD[2J\uFFFD\uFFFD'],
    ['\u202Egnp.exe\u2066', '\uFFFDgnp.exe\uFFFD'],
    ['👩‍👩‍👧 مرحبا', '👩‍👩‍👧 مرحبا'],
  ])('makes %j into %j', (text, line) => {
    expect(printable(text)).toBe(line)
  })
})

describe('quotedWords', () => {
  it('cuts between code points and says that it did', () => {
    expect(quotedWords('🚦🚦🚦', 2)).toBe('“🚦…”')
    expect(quotedWords(' as long\nas that ', 12)).toBe('“as long as…”'.replace('as…', 'as …'))
    expect(quotedWords('short')).toBe('“short”')
  })
})
