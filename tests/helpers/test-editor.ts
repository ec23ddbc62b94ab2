import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { inReadingOrder } from '../../renderer/editor/annotation-set.ts'
import {
  type AnnotationMeta,
  annotationsOf,
  tell,
  touchedBy,
} from '../../renderer/editor/annotation-state.ts'
import { type EditorCommandId, editorCommands } from '../../renderer/editor/commands/index.ts'
import { changeContent } from '../../renderer/editor/commands/mark.ts'
import type { EditorContext } from '../../renderer/editor/context.ts'
import { createEditorState } from '../../renderer/editor/editor-state.ts'
import { positionsOf } from '../../renderer/editor/positions.ts'
import { caretOf, selectedSpan } from '../../renderer/editor/selection.ts'
import { changesBetween } from '../../renderer/editor/snapshot.ts'
import type { Annotation, Content } from '../../shared/annotation/annotation.ts'
import type { AnnotationChange } from '../../shared/desk/contract.ts'
import type { Story } from '../../shared/story/story.ts'
import { builtInTags } from '../../shared/tags.ts'
import type { AnnotationId, IsoTime, Span } from '../../shared/units.ts'
import { countingIds, jane, noon } from './annotation.ts'

export const colleague = {
  id: 'urn:uuid:00000000-0000-4000-8000-00000000c0de' as typeof jane.id,
  name: 'M. Okafor',
}

/** An editor without a page: its state, its commands, and what it told the window. */
export class TestEditor {
  state: EditorState
  readonly said: string[] = []
  readonly notes: AnnotationId[] = []
  readonly cards: AnnotationId[] = []
  readonly changes: AnnotationChange[] = []
  readonly context: EditorContext
  readonly dispatch: (tr: Transaction) => void
  private readonly story: Story

  constructor(story: Story, annotations: readonly Annotation[] = []) {
    this.story = story
    this.context = {
      story,
      tags: builtInTags,
      person: jane,
      layers: () =>
        [jane, colleague].map(({ id, name }) => ({
          annotator: id,
          name,
          mine: id === jane.id,
          files: [],
          count: 0,
          orphans: 0,
        })),
      now: () => noon as IsoTime,
      newId: countingIds(),
      say: (text) => this.said.push(text),
      onNote: (id) => this.notes.push(id),
      onCard: (id) => this.cards.push(id),
    }
    this.state = createEditorState({
      context: this.context,
      platform: 'linux',
      singleKeys: () => true,
      run: (command) => this.run(command),
      annotations,
      hidden: new Set(),
    })
    this.dispatch = (tr) => {
      const before = annotationsOf(this.state).set
      this.state = this.state.apply(tr)
      this.changes.push(...changesBetween(before, annotationsOf(this.state).set, touchedBy(tr)))
    }
  }

  run(...commands: readonly EditorCommandId[]): boolean {
    return commands.every((command) => editorCommands(this.context)[command](this.state, this.dispatch))
  }

  can(command: EditorCommandId): boolean {
    return editorCommands(this.context)[command](this.state)
  }

  change(id: AnnotationId, content: Content): boolean {
    return changeContent(this.context, id, content)(this.state, this.dispatch)
  }

  select({ start, end }: Span): void {
    const { from, to } = positionsOf(this.state.doc).rangeOf({ start, end })
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to)))
  }

  /** Puts the caret somewhere, as a key does; `pointer`: as a click does. */
  caret(offset: Span['start'], pointer = false): void {
    const pos = positionsOf(this.state.doc).posAt(offset)
    const tr = this.state.tr.setSelection(TextSelection.create(this.state.doc, pos))
    this.dispatch(pointer ? tr.setMeta('pointer', true) : tr)
  }

  tell(meta: AnnotationMeta): void {
    this.dispatch(tell(this.state.tr, meta))
  }

  receive(put: readonly Annotation[], removed: readonly AnnotationId[] = []): void {
    this.tell({ receive: { put, removed } })
  }

  annotations(): readonly Annotation[] {
    return inReadingOrder(annotationsOf(this.state).set)
  }

  /** Every annotation as "tag: words (note)", in reading order. */
  marks(): readonly string[] {
    return this.annotations().map(({ tag, note, span }) => {
      const words = span === null ? 'orphan' : this.story.text.slice(span.start, span.end)
      return `${tag}: ${words}${note === '' ? '' : ` (${note})`}`
    })
  }

  /** The active annotation's words; null: none is active. */
  active(): string | null {
    const { active, set } = annotationsOf(this.state)
    return active === null ? null : (set.byId.get(active)?.quote ?? null)
  }

  /** Selected words; for a bare caret, where it stands. */
  selected(): string | number {
    const span = selectedSpan(this.state)
    return span === null ? caretOf(this.state) : this.story.text.slice(span.start, span.end)
  }
}
