import { describe, expect, it } from 'vitest'
import { sentencesOf } from './segments.ts'
import { sentenceCases } from './sentence-cases.ts'

describe('sentences of newsroom copy', () => {
  it.each(sentenceCases)('$why: $text', ({ text, sentences }) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })

  it('are at least a hundred and twenty cases, each with its own name', () => {
    expect(sentenceCases.length).toBeGreaterThanOrEqual(120)
    expect(new Set(sentenceCases.map(({ why }) => why)).size).toBe(sentenceCases.length)
  })
})
