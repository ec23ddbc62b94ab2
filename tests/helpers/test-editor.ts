import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { inReadingOrder } from '../../renderer/editor/annotation-set.ts'
import {
  type AnnotationMeta,
  annotationsOf,
  tell,
  touchedBy,
} from '../../renderer/editor/annotation-state.ts'
import { StoryClipboard } from '../../renderer/editor/clipboard.ts'
import { acceptAnnotation, placeHere, startPlacing } from '../../renderer/editor/commands/accept.ts'
import { type EditorCommandId, editorCommands } from '../../renderer/editor/commands/index.ts'
import { changeContent } from '../../renderer/editor/commands/mark.ts'
import { deleteCharacter, enter, lineBreak, typeText } from '../../renderer/editor/commands/text.ts'
import type { EditorContext } from '../../renderer/editor/context.ts'
import { createEditorState } from '../../renderer/editor/editor-state.ts'
import { followStory, type Version } from '../../renderer/editor/follow.ts'
import type { Shown } from '../../renderer/editor/handle.ts'
import { placesOf } from '../../renderer/editor/places.ts'
import { positionsOf } from '../../renderer/editor/positions.ts'
import { prepare } from '../../renderer/editor/prepare.ts'
import { isFollowing, refusal } from '../../renderer/editor/refusal.ts'
import { caretOf, selectedSpan } from '../../renderer/editor/selection.ts'
import { changesBetween } from '../../renderer/editor/snapshot.ts'
import { docText } from '../../renderer/editor/story-doc.ts'
import { storyOf } from '../../renderer/editor/story-state.ts'
import type { Annotation, Content } from '../../shared/annotation/annotation.ts'
import { noFilter } from '../../shared/annotation/filter.ts'
import type { AnnotationChange } from '../../shared/desk/contract.ts'
import type { Editing } from '../../shared/desk/contract-text.ts'
import { bindingsOf } from '../../shared/desk/keys.ts'
import type { Story } from '../../shared/story/story.ts'
import { builtInTags, type Tag } from '../../shared/tags.ts'
import type { AnnotationId, IsoTime, Span } from '../../shared/units.ts'
import { countingIds, jane, noon } from './annotation.ts'

export const colleague = {
  id: 'urn:uuid:00000000-0000-4000-8000-00000000c0de' as typeof jane.id,
  name: 'M. Okafor',
}

/** Every layer, no filter. */
export const allShown: Shown = { hidden: new Set(), filter: noFilter, none: false }

/** An editor without a page: its state, its commands, and what it told the window. */
export class TestEditor {
  state: EditorState
  readonly said: string[] = []
  readonly notes: AnnotationId[] = []
  readonly cards: AnnotationId[] = []
  readonly changes: AnnotationChange[] = []
  readonly context: EditorContext
  readonly dispatch: (tr: Transaction) => void
  /** How often the text was to be saved. */
  edits = 0
  /** The tags of the story; others from the next command on. */
  tags: readonly Tag[] = builtInTags
  /** The margin with the cards is shown, from the next redraw on. */
  cardsShown = false
  private readonly clipboard = new StoryClipboard()
  /** Goes on a second with each edit; the history groups what follows closely. */
  private time = 0

  /** Not all annotations are here yet. */
  reading = false

  constructor(
    story: Story,
    annotations: readonly Annotation[] = [],
    editing: Editing = { can: true, fixed: [] },
  ) {
    this.context = {
      tags: () => this.tags,
      person: jane,
      layers: () =>
        [jane, colleague].map(({ id, name }) => ({
          annotator: id,
          name,
          mine: id === jane.id,
          files: [],
          count: 0,
          orphans: 0,
          changed: 0,
        })),
      now: () => noon as IsoTime,
      newId: countingIds(),
      say: (text) => this.said.push(text),
      onNote: (id) => this.notes.push(id),
      reading: () => this.reading,
      onCard: (id) => this.cards.push(id),
    }
    this.state = createEditorState({
      context: this.context,
      story,
      editing,
      clipboard: this.clipboard,
      platform: 'linux',
      keys: () => ({ single: true, bindings: bindingsOf({}) }),
      run: (command) => this.run(command),
      annotations,
      shown: allShown,
      allMarks: false,
      cards: () => this.cardsShown,
      snap: () => true,
    })
    this.dispatch = (raw) => {
      const before = this.state
      const tr = prepare(before, raw)
      const why = refusal(before, tr)
      if (why) this.said.push(why)
      this.state = before.apply(tr)
      if (this.state === before || why !== null) return
      const { set } = annotationsOf(this.state)
      const text = docText(this.state.doc)
      this.changes.push(...changesBetween(annotationsOf(before).set, set, touchedBy(tr), text))
      if (!isFollowing(tr) && !this.state.doc.eq(before.doc)) this.edits++
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

  /** Does something to the text. Each time is an undo step of its own, unless it follows `soon`. */
  private write(command: Command, soon = false): boolean {
    if (!soon) this.time += 1000
    return command(this.state, (tr) => this.dispatch(tr.setTime(this.time)))
  }

  /** Types, one letter after the other, as one hand would. */
  type(text: string): void {
    ;[...text].forEach((letter, i) => {
      this.write(typeText(letter), i > 0)
    })
  }

  /** Types over a piece of the text in one go. */
  replace(piece: Span, text: string): void {
    this.select(piece)
    this.write(typeText(text))
  }

  enter(): void {
    this.write(enter)
  }

  lineBreak(): void {
    this.write(lineBreak)
  }

  backspace(times = 1): void {
    for (let i = 0; i < times; i++) this.write(deleteCharacter(-1), i > 0)
  }

  deleteForward(): void {
    this.write(deleteCharacter(1))
  }

  cut(): string | null {
    const cut = this.clipboard.cut(this.state)
    if (cut !== null) this.dispatch(cut.tr)
    return cut?.text ?? null
  }

  copy(): string | null {
    return this.clipboard.copy(this.state)
  }

  paste(text: string): void {
    const tr = this.clipboard.paste(this.state, text)
    if (tr !== null) this.dispatch(tr)
  }

  accept(id: AnnotationId): boolean {
    return acceptAnnotation(this.context, id)(this.state, this.dispatch)
  }

  placeAgain(id: AnnotationId): boolean {
    return startPlacing(this.context, id)(this.state, this.dispatch)
  }

  /** Enter while placing. */
  place(): boolean {
    return placeHere(this.context)(this.state, this.dispatch)
  }

  /** Shows another text; `between` runs while it is half shown. */
  follow(version: Version, between: () => void = () => {}): Promise<void> {
    return followStory(
      {
        state: () => this.state,
        dispatch: this.dispatch,
        async pause() {
          between()
          return true
        },
        now: () => 0,
      },
      version,
    )
  }

  text(): string {
    return docText(this.state.doc)
  }

  story(): Story {
    return storyOf(this.state)
  }

  places() {
    return placesOf(annotationsOf(this.state).set, this.context.person.id)
  }

  tell(meta: AnnotationMeta): void {
    this.dispatch(tell(this.state.tr, meta))
  }

  /** Shows other marks than before: what isn't named is not restricted. */
  show(what: Partial<Shown>): void {
    this.tell({ shown: { ...allShown, ...what } })
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
      const words = span === null ? 'orphan' : this.text().slice(span.start, span.end)
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
    return span === null ? caretOf(this.state) : this.text().slice(span.start, span.end)
  }
}
