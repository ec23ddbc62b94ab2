import { describe, expect, it } from 'vitest'
import { normaliseLineEnds } from '../../../shared/story/line-ends.ts'

describe('line ends', () => {
  it.each([
    ['a\nb\n', 'a\nb\n', 'LF'],
    ['a\r\nb\r\n', 'a\nb\n', 'CRLF'],
    ['a\rb\r', 'a\nb\n', 'CR'],
    ['a\r\nb\n', 'a\nb\n', 'mixed'],
    ['a\r\rb\r\n', 'a\n\nb\n', 'mixed'],
    ['a\n\rb', 'a\n\nb', 'mixed'],
    ['no end', 'no end', 'LF'],
    ['', '', 'LF'],
    ['a\u2028b\u2029c\u0085d\fe\vf', 'a\u2028b\u2029c\u0085d\fe\vf', 'LF'],
  ])('of %j become %j (%s)', (raw, text, lineEnds) => {
    expect(normaliseLineEnds(raw)).toEqual({ text, lineEnds })
  })
})
