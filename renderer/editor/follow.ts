import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { Place } from '../../shared/annotation/annotation.ts'
import type { Editing } from '../../shared/desk/contract-text.ts'
import type { Story } from '../../shared/story/story.ts'
import { tell } from './annotation-state.ts'
import { BlockCursor, replaceAll } from './block-cursor.ts'
import { type BlockPair, pairingBlocks } from './block-diff.ts'
import { blockText } from './block-text.ts'
import { rememberStory } from './doc-story.ts'
import type { TextChange } from './positions.ts'
import { blockNodes, docText, eachBlockNode } from './story-doc.ts'
import { tellStory } from './story-state.ts'

/** Another text to show, with its marks. */
export interface Version {
  readonly story: Story
  /** Of all annotations of all layers. */
  readonly places: readonly Place[]
  readonly editing: Editing
}

/** Where the text is shown. */
export interface Stage {
  state(): EditorState
  dispatch(tr: Transaction): void
  /** Resolves when other work had its turn; false: the editor is gone. */
  pause(): Promise<boolean>
  /** Milliseconds, from whenever. */
  now(): number
}

// Making the steps of a slice may take this long, in milliseconds; drawing them takes about as long again.
const SLICE = 4
// Blocks of a slice that change: each is laid out again if it can be seen.
const SLICE_BLOCKS = 24

/**
 * Brings another text onto the screen: only blocks that differ change, in slices from first to last, outside
 * undo. Each slice brings the marks that stand in the text that is finished by then; the last one all of them.
 * Earlier steps of the history stay usable, mapped through these.
 */
export async function followStory(stage: Stage, version: Version): Promise<void> {
  const { story, places, editing } = version
  const quick = atOnce(stage.state(), version)
  if (quick !== null) return stage.dispatch(quick)
  stage.dispatch(outside(tellStory(stage.state().tr, { following: true })))
  const fixed = editing.can ? editing.fixed : []
  const fresh: Node[] = []
  const made = await unhurried(stage, eachBlockNode(story, fixed), (block) => fresh.push(block))
  if (made === null) return
  const old = blocksOf(stage.state().doc)
  const pairing = pairingBlocks(old.map(blockText), fresh.map(blockText))
  const paired = await unhurried(stage, pairing)
  if (paired === null) return
  const slices = new Slices(old, fresh, paired.value, places)
  if (!(await stage.pause())) return
  while (!slices.done) {
    const { tr } = stage.state()
    const follow = slices.next(tr, stage)
    if (tr.steps.length > 0 || follow.places.length > 0) stage.dispatch(outside(tell(tr, { follow })))
    if (!(await stage.pause())) return
  }
  if (!shows(stage.state().doc, fresh)) {
    const tr = replaceAll(stage.state().tr, fresh)
    stage.dispatch(outside(tell(tr, { follow: { changes: [], places } })))
  }
  // It is that very story: its inline marks, too, are as its reader made them.
  rememberStory(stage.state().doc, story)
  const last = tell(stage.state().tr, { follow: { changes: [], places } })
  stage.dispatch(outside(tellStory(last, { base: story, editing, following: false })))
}

/** Does work in slices, and pauses after it. null: the editor is gone. */
async function unhurried<T, R>(
  stage: Stage,
  work: Iterator<T, R>,
  take: (one: T) => void = () => {},
): Promise<{ readonly value: R } | null> {
  let started = stage.now()
  for (let step = work.next(); ; step = work.next()) {
    if (!step.done) take(step.value)
    else return (await stage.pause()) ? { value: step.value } : null
    if (stage.now() - started <= SLICE) continue
    if (!(await stage.pause())) return null
    started = stage.now()
  }
}

/**
 * The way to a version that has the same text, as after saving: hardly a block differs, so that nobody who types
 * need be stopped for it. null: more is to be done.
 */
function atOnce(state: EditorState, { story, places, editing }: Version): Transaction | null {
  if (docText(state.doc) !== story.text) return null
  const old = blocksOf(state.doc)
  const fresh = blockNodes(story, editing.can ? editing.fixed : [])
  if (fresh.length !== old.length) return null
  const { tr } = state
  const cursor = new BlockCursor()
  let changes = 0
  for (const [i, block] of fresh.entries()) {
    if (old[i]?.eq(block) === true) cursor.keep(tr)
    else if (old[i]?.content.size !== block.content.size || ++changes > SLICE_BLOCKS) return null
    else cursor.change(tr, block)
  }
  rememberStory(tr.doc, story)
  return outside(tellStory(tell(tr, { follow: { changes: [], places } }), { base: story, editing }))
}

/** The way from one document to another, piece by piece. */
class Slices {
  private readonly old: readonly Node[]
  private readonly fresh: readonly Node[]
  private readonly pairs: readonly BlockPair[]
  /** By their ends, so that those in finished text come first. */
  private readonly places: readonly (Place & { readonly span: NonNullable<Place['span']> })[]
  private readonly cursor = new BlockCursor()
  private pair = 0
  private place = 0
  /** How far the new text is finished. */
  private finished = 0

  constructor(
    old: readonly Node[],
    fresh: readonly Node[],
    pairs: readonly BlockPair[],
    places: readonly Place[],
  ) {
    this.old = old
    this.fresh = fresh
    this.pairs = pairs
    this.places = places
      .flatMap((place) => (place.span === null ? [] : [{ ...place, span: place.span }]))
      .sort((a, b) => a.span.end - b.span.end)
  }

  get done(): boolean {
    return this.pair >= this.pairs.length
  }

  /** Adds steps to a transaction until its time is up. */
  next(
    tr: Transaction,
    clock: Pick<Stage, 'now'>,
  ): { readonly changes: readonly TextChange[]; readonly places: readonly Place[] } {
    const started = clock.now()
    const changes: TextChange[] = []
    // Offset in the text as it is before this slice: what is finished doesn't change any more.
    let at = this.finished
    const change = (one: TextChange) => {
      const last = changes.at(-1)
      if (last === undefined || last.at + last.deleted < one.at) changes.push(one)
      else {
        const { deleted, inserted } = last
        changes[changes.length - 1] = {
          at: last.at,
          deleted: deleted + one.deleted,
          inserted: inserted + one.inserted,
        }
      }
    }
    const from = this.pair
    for (let touched = 0; !this.done; this.pair++) {
      // Looking at the clock takes time, too. A slice never ends before it did anything.
      const late = this.pair % 8 === 0 && this.pair > from && clock.now() - started > SLICE
      if (touched >= SLICE_BLOCKS || late) break
      const { old, fresh } = this.pairs[this.pair] ?? { old: null, fresh: null }
      const was = old === null ? null : this.old[old]
      const is = fresh === null ? null : this.fresh[fresh]
      const size = (was?.content.size ?? -1) + 1
      if (was && is && was.eq(is)) this.cursor.keep(tr)
      else {
        touched++
        if (was && is) {
          const piece = this.cursor.change(tr, is)
          if (piece !== null) change({ ...piece, at: at + piece.at })
        } else if (is) {
          this.cursor.insert(tr, is)
          change({ at, deleted: 0, inserted: is.content.size + 1 })
        } else if (was) {
          this.cursor.remove(tr)
          change({ at, deleted: size, inserted: 0 })
        }
      }
      at += size
      if (is) this.finished += is.content.size + 1
    }
    return { changes, places: this.standing() }
  }

  /** Places in the text that became finished. */
  private standing(): readonly Place[] {
    const first = this.place
    while ((this.places[this.place]?.span.end ?? Number.POSITIVE_INFINITY) < this.finished) this.place++
    return this.places.slice(first, this.place)
  }
}

function blocksOf(doc: Node): readonly Node[] {
  const blocks: Node[] = []
  doc.forEach((chunk) => {
    chunk.forEach((block) => {
      blocks.push(block)
    })
  })
  return blocks
}

function shows(doc: Node, fresh: readonly Node[]): boolean {
  const blocks = blocksOf(doc)
  return blocks.length === fresh.length && blocks.every((block, i) => fresh[i]?.eq(block) === true)
}

const outside = (tr: Transaction) => tr.setMeta('addToHistory', false)
