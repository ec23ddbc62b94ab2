import { describe, expect, it } from 'vitest'
import {
  ANSWERS,
  back,
  harbourReplies,
  itemsOf,
  lost,
  OTHERS,
  plainNames,
  readValue,
} from '../../../helpers/jsonld-of-others.ts'
import { harbourReport } from '../../../helpers/report-input.ts'

describe('answers in JSON-LD', () => {
  it('are items of their own that come back as answers', () => {
    const input = { ...harbourReport, replies: harbourReplies }
    const again = readValue(itemsOf(input)).marks.slice(-2)
    expect(again).toMatchObject([
      {
        author: 'M. Okafor',
        verdict: 'disputes',
        note: 'The log says 39,000.',
        replyTo: harbourReplies[0]?.to,
      },
      { author: 'M. Okafor', note: 'Page 5, not 4.', replyTo: harbourReplies[1]?.to },
    ])
    expect(itemsOf({ ...input, choice: { ...input.choice, notes: false } })).toHaveLength(16)
  })

  it('loses nothing of answers, be they to a mark or to another answer', () => {
    const again = back([OTHERS, ...ANSWERS])
    expect(again.map(({ id }) => id)).toEqual([OTHERS.id, ...ANSWERS.map(({ id }) => id)])
    for (const [index, answer] of ANSWERS.entries()) {
      const { '@context': _context, ...there } = plainNames(answer) as Record<string, unknown>
      // An IRI that the file says more of elsewhere may come with its name.
      const { creator, ...rest } = there
      expect(lost(index === 0 ? there : rest, again[index + 1])).toEqual([])
    }
    // And in again.
    const set = readValue(again)
    expect(set.marks.map(({ id, replyTo }) => [id, replyTo])).toEqual([
      [OTHERS.id, undefined],
      [ANSWERS[0]?.id, OTHERS.id],
      [ANSWERS[1]?.id, ANSWERS[0]?.id],
    ])
  })

  it('writes what a person changed in an answer, and leaves the rest', () => {
    const [, answer] = back([OTHERS, ...ANSWERS], (input) => ({
      ...input,
      replies: input.replies.map((one) => ({ ...one, note: 'It is on p. 5.', verdict: 'disputes' as const })),
    }))
    expect(answer).toMatchObject({
      id: 'http://example.org/anno/8',
      motivation: ['assessing', 'replying', 'http://example.org/ns#checking'],
      rights: ANSWERS[0]?.rights,
      body: [
        { purpose: 'assessing', value: 'disputes' },
        { purpose: 'replying', value: 'It is on p. 5.' },
        { purpose: 'tagging', value: 'page 4' },
        'http://example.org/list',
      ],
    })
  })

  it('names an answer’s new target where the mark can’t keep the id that it came with', () => {
    const [mark, answer] = back([
      { ...OTHERS, id: '#7' },
      { ...ANSWERS[1], target: { source: '#7', type: 'SpecificResource' } },
    ])
    expect(mark?.id).toMatch(/^urn:uuid:/)
    expect(answer?.target).toEqual({ source: mark?.id, type: 'SpecificResource' })
  })
})
