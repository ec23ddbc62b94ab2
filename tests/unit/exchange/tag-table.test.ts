import { describe, expect, it } from 'vitest'
import { ownTag, proposeTags } from '../../../shared/exchange/tag-table.ts'
import { builtInTags } from '../../../shared/tags.ts'

const proposed = (...words: string[]) =>
  proposeTags(words, builtInTags).map(({ word, tag, known }) => `${word} → ${tag}${known ? '' : ' (own)'}`)

describe('the table of words', () => {
  it('knows tags by id and label, however they are written', () => {
    expect(proposed('fact', 'FACT', 'Photo caption', 'photo_caption', 'PhotoCaption', 'Caption')).toEqual([
      'fact → fact',
      'FACT → fact',
      'Photo caption → photo-caption',
      'photo_caption → photo-caption',
      'PhotoCaption → photo-caption',
      'Caption → photo-caption',
    ])
  })

  it('knows the words of other programs that leave no doubt', () => {
    expect(proposed('Claim', 'Opinion', 'source', 'Cue', 'credit')).toEqual([
      'Claim → fact',
      'Opinion → assessment',
      'source → attribution',
      'Cue → attribution',
      'credit → photo-caption',
    ])
  })

  it('keeps the others as tags of their own, and each word once', () => {
    expect(proposed('Person', 'Person', 'To check!', '事実', '', '???')).toEqual([
      'Person → person (own)',
      'To check! → to-check (own)',
      '事実 → 事実 (own)',
      ' → comment (own)',
      '??? → unnamed (own)',
    ])
  })

  it('takes a synonym only where the scheme has that tag', () => {
    const tags = builtInTags.filter(({ id }) => id !== 'fact')
    expect(proposeTags(['claim', 'constructor'], tags)).toEqual([
      { word: 'claim', tag: 'claim', known: false },
      { word: 'constructor', tag: 'constructor', known: false },
    ])
  })

  it('makes ids that stay what they are, and are never too long', () => {
    for (const word of ['Person', 'x'.repeat(300), `${'é'.repeat(63)} ü`, '👍 good', 'constructor']) {
      const id = ownTag(word)
      expect([ownTag(id), [...id].length <= 64]).toEqual([id, true])
    }
  })
})
