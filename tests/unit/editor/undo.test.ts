import fc from 'fast-check'
import { history, redo, undo } from 'prosemirror-history'
import { type Command, EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { annotationPlugin } from '../../../renderer/editor/annotation-plugin.ts'
import { inReadingOrder } from '../../../renderer/editor/annotation-set.ts'
import { annotationsOf } from '../../../renderer/editor/annotation-state.ts'
import { AnnotationStep, standing } from '../../../renderer/editor/annotation-step.ts'
import type { EditorCommandId } from '../../../renderer/editor/commands/index.ts'
import { redoName, undoName } from '../../../renderer/editor/commands/undo.ts'
import { positionsOf } from '../../../renderer/editor/positions.ts'
import { docText, storyDoc } from '../../../renderer/editor/story-doc.ts'
import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { builtInTags } from '../../../shared/tags.ts'
import { type AnnotationId, span, textOffset } from '../../../shared/units.ts'
import { aContent, anAnnotation, annotationId } from '../../helpers/annotation.ts'
import { type MarkedStory, story } from '../../helpers/story.ts'
import { allShown, colleague, TestEditor } from '../../helpers/test-editor.ts'

const source =
  'The mayor resigned on Friday. Nobody knew.\n\nShe had been in office for ten years. The council met.'
const theirs = anAnnotation({
  id: annotationId(77),
  creator: colleague.id,
  span: span(0, 9),
  tag: aContent('fact').tag,
})
const open = () => new TestEditor(story(source).story, [theirs])

type Act =
  | { readonly kind: 'tag'; readonly key: 1 | 2 | 3 | 4; readonly from: number; readonly length: number }
  | { readonly kind: 'sentence'; readonly key: 1 | 2 | 3 | 4; readonly at: number }
  | { readonly kind: 'note' | 'field'; readonly which: number; readonly text: string }
  | { readonly kind: 'retag'; readonly which: number; readonly key: 1 | 2 | 3 | 4 }
  | { readonly kind: 'delete'; readonly which: number }

const key = fc.constantFrom(1, 2, 3, 4)
const which = fc.nat(30)
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('tag'),
    key,
    from: fc.nat(source.length - 12),
    length: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({ kind: fc.constant('sentence'), key, at: fc.nat(source.length) }),
  fc.record({ kind: fc.constantFrom('note', 'field'), which, text: fc.constantFrom('', 'check', 'who?') }),
  fc.record({ kind: fc.constant('retag'), which, key }),
  fc.record({ kind: fc.constant('delete'), which }),
)

function perform(editor: TestEditor, done: Act): void {
  const own = editor.annotations().filter(({ creator }) => creator === editor.context.person.id)
  const target = 'which' in done ? own[done.which % Math.max(1, own.length)] : undefined
  switch (done.kind) {
    case 'tag':
      editor.select(span(done.from, done.from + done.length))
      editor.run(tagCommand(done.key))
      return
    case 'sentence':
      editor.caret(span(done.at, done.at + 1).start)
      editor.run(tagCommand(done.key))
      return
    case 'note':
      if (target) editor.change(target.id, { ...content(target), note: done.text })
      return
    case 'field':
      if (target)
        editor.change(target.id, {
          ...content(target),
          fields: done.text === '' ? {} : { source: done.text },
        })
      return
    case 'retag':
      if (target) editor.tell({ active: target.id })
      if (target) editor.run('retag', tagCommand(done.key))
      return
    case 'delete':
      if (target) editor.tell({ active: target.id })
      if (target) editor.run('delete')
  }
}

const tagCommand = (n: 1 | 2 | 3 | 4): EditorCommandId => `tag-${n}`
const content = ({ tag, note, fields }: Annotation) => ({ tag, note, fields })
/** Everything but when it was changed: an undone change was made at another time. */
const shown = (editor: TestEditor) => editor.annotations().map(({ modified: _, ...rest }) => rest)

describe('undo and redo', () => {
  it('take back everything to the beginning, and do everything again to the end', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const editor = open()
        const states = [shown(editor)]
        for (const each of acts) {
          perform(editor, each)
          const now = shown(editor)
          if (JSON.stringify(now) !== JSON.stringify(states.at(-1))) states.push(now)
        }
        for (const expected of states.slice(0, -1).reverse()) {
          expect(editor.run('undo')).toBe(true)
          expect(shown(editor)).toEqual(expected)
        }
        expect(editor.run('undo')).toBe(false)
        for (const expected of states.slice(1)) {
          expect(editor.run('redo')).toBe(true)
          expect(shown(editor)).toEqual(expected)
        }
        expect(editor.run('redo')).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('never fail and never touch a colleague’s marks, whatever is changed elsewhere in between', () => {
    const elsewhere = fc.record({
      kind: fc.constant('elsewhere'),
      which,
      how: fc.constantFrom('note', 'tag', 'delete', 'orphan'),
    })
    const travel = fc.record({ kind: fc.constant('travel'), command: fc.constantFrom('undo', 'redo') })
    fc.assert(
      fc.property(fc.array(fc.oneof(act, elsewhere, travel), { maxLength: 40 }), (events) => {
        const editor = open()
        for (const event of events) {
          if (event.kind === 'travel') editor.run(event.command)
          else if (event.kind === 'elsewhere') changeElsewhere(editor, event.which, event.how)
          else perform(editor, event)
          expect(editor.annotations().filter(({ creator }) => creator === colleague.id)).toEqual([theirs])
          const { set } = annotationsOf(editor.state)
          expect(set.placed.items.length + set.orphans.length).toBe(set.byId.size)
          for (const each of editor.annotations()) expect(set.byId.get(each.id)).toBe(each)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('say beforehand and afterwards what they do', () => {
    const editor = open()
    const names = () => [undoName(editor.state, builtInTags), redoName(editor.state, builtInTags)]
    expect(names()).toEqual([null, null])
    editor.select(span(4, 9))
    editor.run('tag-1', 'retag', 'tag-2')
    expect(names()).toEqual(['Change fact to assessment', null])
    editor.run('undo')
    expect(names()).toEqual(['Tag fact', 'Change fact to assessment'])
    editor.run('undo', 'redo', 'redo')
    editor.run('delete')
    expect(names()).toEqual(['Delete assessment', null])
    expect(editor.said).toEqual([
      'Fact: mayor',
      'Press the digit of the new tag',
      'Changed to assessment',
      'Undid: Change fact to assessment',
      'Undid: Tag fact',
      'Redid: Tag fact',
      'Redid: Change fact to assessment',
      'Deleted assessment',
    ])
  })

  it('leave a note alone that was changed on another computer, and say so', () => {
    const editor = open()
    editor.select(span(4, 9))
    editor.run('tag-1')
    const [mine] = editor.annotations().filter(({ creator }) => creator !== colleague.id)
    if (mine === undefined) throw new Error('nothing was tagged')
    editor.change(mine.id, { ...content(mine), note: 'mine' })
    editor.receive([{ ...mine, note: 'from the laptop', revision: 3 }])
    editor.run('undo')
    expect(editor.marks()).toContain('fact: mayor (from the laptop)')
    expect(editor.said.at(-1)).toBe('Note on fact was changed elsewhere since and stays')
  })

  it('leave deleted what was deleted elsewhere, unless making it is done again or its deletion here undone', () => {
    const editor = open()
    editor.select(span(4, 9))
    editor.run('tag-1', 'retag', 'tag-2')
    const id = editor.annotations()[1]?.id as AnnotationId
    editor.receive([], [id])
    expect(editor.marks()).toEqual(['fact: The mayor'])
    editor.run('undo', 'undo', 'redo', 'redo')
    expect(editor.marks()).toEqual(['fact: The mayor', 'assessment: mayor'])
    editor.tell({ active: id })
    editor.run('delete')
    expect(editor.marks()).toEqual(['fact: The mayor'])
    editor.run('undo')
    expect(editor.marks()).toEqual(['fact: The mayor', 'assessment: mayor'])
  })

  it('tell the desk what there is now, with its place', () => {
    const editor = open()
    editor.select(span(4, 9))
    editor.run('tag-1', 'retag', 'tag-2', 'undo', 'undo', 'redo')
    const id = editor.annotations()[1]?.id
    const place = span(4, 9)
    expect(editor.changes).toEqual([
      { kind: 'put', id, content: aContent('fact'), span: place },
      { kind: 'put', id, content: aContent('assessment'), span: place },
      { kind: 'put', id, content: aContent('fact'), span: place },
      { kind: 'delete', id },
      { kind: 'put', id, content: aContent('fact'), span: place },
    ])
  })
})

function changeElsewhere(editor: TestEditor, which: number, how: 'note' | 'tag' | 'delete' | 'orphan'): void {
  const own = editor.annotations().filter(({ creator }) => creator === editor.context.person.id)
  const target = own[which % Math.max(1, own.length)]
  if (target === undefined) return
  const revision = target.revision + 1
  if (how === 'delete') editor.receive([], [target.id])
  else if (how === 'orphan') editor.receive([{ ...target, revision, span: null }])
  else if (how === 'note') editor.receive([{ ...target, revision, note: 'elsewhere' }])
  else editor.receive([{ ...target, revision, tag: aContent('attribution').tag }])
}

describe('annotations beside text that changes', () => {
  const edited = () => {
    const made = story('The mayor <a>resigned<b> on Friday.\nNobody <c>knew<d>.')
    const mark = anAnnotation({ span: made.span('c', 'd'), quote: 'knew' })
    const state = EditorState.create({
      doc: storyDoc(made.story),
      plugins: [history({ newGroupDelay: 0 }), annotationPlugin([mark], allShown)],
    })
    return { made, state }
  }
  const words = (state: EditorState) =>
    inReadingOrder(annotationsOf(state).set).map(
      ({ span: at }) => at && docText(state.doc).slice(at.start, at.end),
    )
  const tagged = (state: EditorState, made: MarkedStory) => {
    const annotation = anAnnotation({ id: annotationId(2), span: made.span(), quote: 'resigned' })
    const edit = { id: annotation.id, before: null, after: standing(annotation, state.doc) }
    return state.apply(state.tr.step(new AnnotationStep([edit])))
  }
  const travel = (state: EditorState, command: Command): EditorState => {
    let next = state
    expect(
      command(state, (tr) => {
        next = state.apply(tr)
      }),
    ).toBe(true)
    return next
  }

  it('are made again at their words when the story was reloaded in between', () => {
    const { made, state } = edited()
    const now = tagged(state, made)
    const reloaded = now.apply(now.tr.insertText('Yesterday ', 2).setMeta('addToHistory', false))
    expect(words(reloaded)).toEqual(['resigned', 'knew'])
    const undone = travel(reloaded, undo)
    expect(words(undone)).toEqual(['knew'])
    expect(words(travel(undone, redo))).toEqual(['resigned', 'knew'])
  })

  it('share one history with the text', () => {
    const { made, state } = edited()
    const typed = state.apply(state.tr.insertText('Old ', 2))
    const moved = { start: made.at('a') + 4, end: made.at('b') + 4 }
    const both = tagged(typed, { ...made, span: () => span(moved.start, moved.end) })
    const split = both.apply(both.tr.split(positionsOf(both.doc).posAt(textOffset(8))))
    expect(words(split)).toEqual(['resigned', 'knew'])
    const back = travel(travel(travel(split, undo), undo), undo)
    expect([docText(back.doc), words(back)]).toEqual([made.text, ['knew']])
    const again = travel(travel(travel(back, redo), redo), redo)
    expect([docText(again.doc), words(again)]).toEqual([docText(split.doc), ['resigned', 'knew']])
  })

  it('become orphans when all their words go, and a made-again one too', () => {
    const { made, state } = edited()
    const now = tagged(state, made)
    const { from, to } = positionsOf(now.doc).rangeOf(made.span())
    const undone = travel(now.apply(now.tr.delete(from, to).setMeta('addToHistory', false)), undo)
    expect(words(travel(undone, redo))).toEqual(['knew', null])
  })
})

describe('an annotation step', () => {
  it('leaves the document alone and inverts to its opposite', () => {
    const editor = open()
    const edit = { id: theirs.id, before: null, after: { annotation: theirs, at: null } }
    const step = new AnnotationStep([edit])
    expect(step.apply(editor.state.doc).doc).toBe(editor.state.doc)
    expect(step.invert().invert().edits).toEqual(step.edits)
    expect(step.invert().edits).toEqual([{ id: theirs.id, before: edit.after, after: null }])
  })
})
