import { describe, expect, it } from 'vitest'
import { reportHtml } from '../../../shared/report/html/page-html.ts'
import { WHOLE_REPORT } from '../../../shared/report/report-input.ts'
import { isResolved, threadsOf } from '../../../shared/report/threads.ts'
import type { Reply, Verdict } from '../../../shared/review/reply.ts'
import type { AnnotationId, AnnotatorId, IsoTime } from '../../../shared/units.ts'
import { jane, okafor, reportInput } from '../../helpers/report-input.ts'
import { story } from '../../helpers/story.ts'

const input = reportInput(story('The mayor resigned on Monday.').story, [
  { by: jane, tag: 'fact', on: 'on Monday' },
])
const mark = input.annotations[0]?.id ?? ('' as AnnotationId)

function reply(
  id: string,
  to: string,
  verdict: Verdict | null,
  note: string,
  by = okafor,
  name?: string,
): Reply {
  const at = `2026-11-2${id.length}T11:00:00Z` as IsoTime
  const said = { id: id as AnnotationId, creator: by, to: to as AnnotationId, verdict, note }
  return { ...said, created: at, modified: at, ...(name === undefined ? {} : { name }) }
}

const varga = 'urn:uuid:9' as AnnotatorId
const replies = [
  reply('a', mark, 'disputes', 'It was Sunday.'),
  reply('b', mark, null, '<b>See</b> p. 4', varga, 'Inés <Varga>'),
  reply('aa', 'a', 'agrees', ''),
  reply('aaa', 'aa', 'resolved', '', varga, 'Inés <Varga>'),
  reply('x', 'nowhere', 'asks', 'Lost.'),
  reply('y', 'z', 'asks', 'Round.'),
  reply('z', 'y', 'asks', 'Round.'),
]

describe('threadsOf', () => {
  it('puts each answer after what it answers', () => {
    const thread = threadsOf({ ...input, replies }).get(mark) ?? []
    expect(thread.map(({ reply: { id }, depth, name }) => [id, depth, name])).toEqual([
      ['a', 0, 'M. Okafor'],
      ['aa', 1, 'M. Okafor'],
      ['aaa', 2, 'Inés <Varga>'],
      ['b', 0, 'Inés <Varga>'],
    ])
    expect(isResolved(thread)).toBe(true)
    expect(isResolved(thread.slice(0, 2))).toBe(false)
  })

  it('has none where notes are not wanted', () => {
    expect(threadsOf({ ...input, replies, choice: { ...WHOLE_REPORT, notes: false } }).size).toBe(0)
  })
})

describe('replies in the HTML report', () => {
  const page = reportHtml({ ...input, replies })

  it('stand under their annotation, with who says what', () => {
    expect(page.indexOf('id="note-1"')).toBeLessThan(page.indexOf('<ol class="answers"'))
    const said = [
      ...page.matchAll(/<li[^>]*><span class="said"><b><bdi>([^<]*)<\/bdi><\/b> <span [^>]*>([^<]*)</g),
    ]
    expect(said.map(([, name, words]) => `${name} ${words}`)).toEqual([
      'M. Okafor disputes',
      'M. Okafor agrees',
      'Inés &lt;Varga&gt; marked it resolved',
      'Inés &lt;Varga&gt; replied',
    ])
    expect(page).toContain('&lt;b&gt;See&lt;/b&gt; p. 4')
    expect(page).toContain('</span> Resolved</p>')
    expect(page).not.toMatch(/Lost\.|Round\./)
  })
})
