import { describe, expect, it } from 'vitest'
import { span } from '../../../shared/units.ts'
import { story } from '../../helpers/story.ts'
import { TestEditor } from '../../helpers/test-editor.ts'

/** What a story with marks is, without an editor: a string and ranges. */
interface Model {
  readonly text: string
  /** By the order in which they were made. */
  readonly marks: readonly ModelMark[]
}

interface ModelMark {
  readonly tag: string
  readonly quote: string
  readonly at: readonly [number, number] | null
}

const source = [
  'Harbour tunnel reopens early',
  '',
  'The tunnel under the harbour reopened on Friday, 11 weeks after a pump failed.',
  '- Traffic flowed at 5 a.m., according to a port authority official.',
  '',
  '“Nobody was hurt,” the mayor said. 👩‍🚒 שלום café',
].join('\n')

// Words that the story doesn't have, each with a number of its own: what is put in place of a mark is never it.
const fresh = ['zebra', 'quokka', 'ибис', '狸', '👩‍🚒', 'e\u0301mu']

/** A small generator of numbers, the same for the same seed (Numerical Recipes, "ranqd1"). */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const isWord = (text: string) => /[\p{L}\p{N}]/u.test(text)

/** A mark after [from, to) gave way to `put`. */
function moved(text: string, mark: ModelMark, from: number, to: number, put: string): ModelMark {
  if (mark.at === null) return mark
  const [start, end] = mark.at
  const by = put.length - (to - from)
  if (from === to) {
    if (end <= from) return mark
    return { ...mark, at: start >= from ? [start + by, end + by] : [start, end + by] }
  }
  if (end <= from) return mark
  if (start >= to) return { ...mark, at: [start + by, end + by] }
  if (from <= start && end <= to) {
    const alone = !isWord(text.slice(from, start)) && !isWord(text.slice(end, to))
    if (put.trim() === '' || !alone) return { ...mark, at: null }
    const lead = put.length - put.trimStart().length
    return { ...mark, at: [from + lead, from + put.trimEnd().length] }
  }
  if (start <= from && to <= end) return { ...mark, at: [start, end + by] }
  return { ...mark, at: from < start ? [from + put.length, end + by] : [start, from] }
}

function replaced({ text, marks }: Model, from: number, to: number, put: string): Model {
  return {
    text: text.slice(0, from) + put + text.slice(to),
    marks: marks.map((mark) => moved(text, mark, from, to, put)),
  }
}

const shown = ({ text, marks }: Model) => ({
  text,
  marks: marks.map(({ tag, quote, at }) => `${at === null ? 'orphan' : at.join('–')} ${tag} ${quote}`).sort(),
})

const inEditor = (editor: TestEditor) =>
  shown({
    text: editor.text(),
    marks: editor.annotations().map(({ tag, quote, span: at }) => ({
      tag,
      quote,
      at: at && [at.start, at.end],
    })),
  })

function run(seed: number, steps: number): void {
  const pick = numbers(seed)
  const editor = new TestEditor(story(source).story)
  editor.run('edit-text')
  const past: Model[] = [{ text: source, marks: [] }]
  let now = 0
  let made = 0
  let clip: {
    readonly text: string
    readonly marks: readonly { readonly mark: number; readonly at: readonly [number, number] }[]
  } | null = null
  const model = () => past[now] as Model
  const next = (after: Model) => {
    past.splice(now + 1, past.length, after)
    now++
  }
  /** A range that cuts no character in two, as a person selects it. */
  const range = (most: number): [number, number] => {
    const { text } = model()
    const borders = [
      0,
      ...[...new Intl.Segmenter().segment(text)].map(({ index, segment }) => index + segment.length),
    ]
    const at = pick(borders.length)
    const to = Math.min(borders.length - 1, at + pick(most + 1))
    return [borders[at] as number, borders[to] as number]
  }
  const select = (from: number, to: number) => {
    if (from === to) editor.caret(span(from, from + 1).start)
    else editor.select(span(from, to))
  }
  const put = (): string => {
    const words = Array.from({ length: 1 + pick(2) }, () => `${fresh[pick(fresh.length)]}${++made}`).join(' ')
    return pick(6) === 0 ? `${words}\n${words}` : words
  }

  for (let i = 0; i < steps; i++) {
    const { text, marks } = model()
    switch (
      ['type', 'type', 'over', 'cut', 'paste', 'tag', 'tag', 'delete', 'back', 'forth', 'mark'][pick(11)]
    ) {
      case 'type': {
        const [at] = range(0)
        const words = put()
        select(at, at)
        editor.paste(words)
        next(replaced(model(), at, at, words))
        break
      }
      case 'over': {
        const [from, to] = range(15)
        if (from === to) break
        const words = put()
        editor.replace(span(from, to), words)
        next(replaced(model(), from, to, words))
        break
      }
      case 'mark': {
        const mark = marks[pick(Math.max(1, marks.length))]
        if (mark?.at === undefined || mark.at === null) break
        const words = put().split('\n')[0] as string
        editor.replace(span(...mark.at), words)
        next(replaced(model(), mark.at[0], mark.at[1], words))
        break
      }
      case 'cut': {
        const [from, to] = range(30)
        if (from === to) break
        select(from, to)
        expect(editor.cut()).toBe(text.slice(from, to))
        const inside = marks.flatMap(({ at }, mark) =>
          at !== null && at[0] >= from && at[1] <= to
            ? [{ mark, at: [at[0] - from, at[1] - from] as const }]
            : [],
        )
        clip = { text: text.slice(from, to), marks: inside }
        next(replaced(model(), from, to, ''))
        break
      }
      case 'paste': {
        if (clip === null) break
        const [at] = range(0)
        select(at, at)
        editor.paste(clip.text)
        const after = replaced(model(), at, at, clip.text)
        const back = new Map(clip.marks.map((each) => [each.mark, each.at]))
        clip = { text: clip.text, marks: [] }
        next({
          ...after,
          marks: after.marks.map((mark, n): ModelMark => {
            const offset = back.get(n)
            return offset === undefined || mark.at !== null
              ? mark
              : { ...mark, at: [at + offset[0], at + offset[1]] }
          }),
        })
        break
      }
      case 'tag': {
        const [from, to] = range(12)
        const words = text.slice(from, to)
        if (words.trim() === '') break
        const start = from + (words.length - words.trimStart().length)
        const end = from + words.trimEnd().length
        if (marks.some(({ at, tag }) => tag === 'fact' && at?.[0] === start && at[1] === end)) break
        select(from, to)
        expect(editor.run('tag-1')).toBe(true)
        next({ text, marks: [...marks, { tag: 'fact', quote: text.slice(start, end), at: [start, end] }] })
        break
      }
      case 'delete': {
        const [from, to] = range(10)
        if (from === to) break
        select(from, to)
        editor.backspace()
        next(replaced(model(), from, to, ''))
        break
      }
      case 'back':
        expect(editor.run('undo')).toBe(now > 0)
        if (now > 0) now--
        break
      default:
        expect(editor.run('redo')).toBe(now < past.length - 1)
        if (now < past.length - 1) now++
    }
    expect([i, inEditor(editor)]).toEqual([i, shown(model())])
    for (const { span: at, quote, drift } of editor.annotations()) {
      const words = at === null ? quote : editor.text().slice(at.start, at.end)
      if (words === quote) expect(drift).toBe('none')
    }
  }
  while (now > 0) {
    expect(editor.run('undo')).toBe(true)
    expect(inEditor(editor)).toEqual(shown(past[--now] as Model))
  }
  expect(editor.run('undo')).toBe(false)
  while (now < past.length - 1) {
    expect(editor.run('redo')).toBe(true)
    expect(inEditor(editor)).toEqual(shown(past[++now] as Model))
  }
  expect(editor.run('redo')).toBe(false)
}

describe('two hundred edits, cuts, pastes and tags with undo and redo', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'leave text and marks as a string and ranges have them (seed %i)',
    (seed) => {
      run(seed, 200)
    },
  )
})
