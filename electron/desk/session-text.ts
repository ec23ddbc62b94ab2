import type { DeskEvents, SaveState } from '../../shared/desk/contract.ts'
import type { TextSaved, TextToSave } from '../../shared/desk/contract-text.ts'
import type { Failure } from '../../shared/failure.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { IsoTime, Sha256, StoryId } from '../../shared/units.ts'
import type { Audience } from './audience.ts'
import type { Emit } from './host.ts'
import type { Layers } from './layers.ts'
import type { Plan } from './marks.ts'
import { planMoves } from './moves.ts'
import type { ReadStory } from './story-reader.ts'
import type { StoryState } from './story-state.ts'
import { placeOfAnnotation, type StoryText } from './story-text.ts'

export interface SessionTextOptions {
  readonly id: StoryId
  readonly state: StoryState
  readonly layers: Layers
  readonly audience: Audience
  /** Texts that marks of any layer were made on. */
  made(): ReadonlySet<Sha256>
  /** Writes a plan into the person's sidecar. */
  write(plan: Plan, from: Emit): Promise<SaveState>
  saveState(): SaveState
  /** The file is not what was expected: look at it soon. */
  look(): void
  personName(): string
  now(): IsoTime
}

/** What happens to the text of an open story: another program writes it, or a window does. */
export class SessionText {
  readonly #options: SessionTextOptions
  #isEdited = false

  constructor(options: SessionTextOptions) {
    this.#options = options
  }

  /** A window wrote the story: what marks moved along to need not be kept yet. */
  get isEdited(): boolean {
    return this.#isEdited
  }

  /** Shows what another program made of the story. */
  async follow(): Promise<void> {
    const { id, state, audience } = this.#options
    const { problem, read } = await state.look()
    if (read !== undefined) await this.#showAnother(read)
    if (problem !== undefined) audience.tell('story-problem', { story: id, problem })
  }

  /** Shows the whole of a web page, or the article found in it. The marks are looked for in the other text. */
  async readAs(wholePage: boolean): Promise<Result<null, Failure>> {
    const read = await this.#options.state.readAs(wholePage)
    if (!read.ok) return read
    await this.#showAnother(read.value)
    return ok(null)
  }

  async #showAnother(read: ReadStory): Promise<void> {
    const { id, state, audience } = this.#options
    await this.keepIfNeeded(state.current)
    await this.#show(read)
    audience.tell('story-text', { story: id, ...this.#shown() })
  }

  /** Writes the edited story. */
  async save(input: TextToSave, from: Emit): Promise<Result<TextSaved, Failure>> {
    const written = await this.#options.state.write(input)
    if (written.ok) return ok(await this.#take(written.value, input.places, from))
    if (written.error.kind === 'text-conflict') this.#options.look()
    return written
  }

  /** The story was edited and changed on the disk: one goes on, the other is kept beside it. */
  async keepBoth(
    input: TextToSave & { readonly goOn: 'mine' | 'disk' },
    from: Emit,
  ): Promise<Result<TextSaved & { readonly copy: string }, Failure>> {
    const { state, saveState, personName, now } = this.#options
    await this.follow()
    if (input.goOn === 'disk') {
      const copy = await state.writeBeside(input, `${personName()}’s text`)
      return copy.ok ? ok({ ...this.#shown(), save: saveState(), copy: copy.value }) : copy
    }
    const time = now().slice(0, 16).replace('T', ' ').replace(':', '.')
    const replaced = await state.writeOver(input, `on disk ${time}`)
    if (!replaced.ok) return replaced
    const { read, copy } = replaced.value
    return ok({ ...(await this.#take(read, input.places, from)), copy })
  }

  /** The story was written here: it is shown, and the person's marks keep the places that they had on the screen. */
  async #take(read: ReadStory, places: TextToSave['places'], from: Emit): Promise<TextSaved> {
    const { id, state, layers, audience, write } = this.#options
    const before = state.current
    this.#isEdited = true
    await this.#show(read)
    const save = await write(planMoves(places, layers, state.current), from)
    await this.keepIfNeeded(before)
    const shown = this.#shown()
    audience.tell('story-text', { story: id, ...shown }, from)
    return { ...shown, save }
  }

  /**
   * Keeps a text that marks were made on. Not each that was saved in a pause of typing: the person's own marks moved
   * on from it, and what nobody needs would fill the folder.
   */
  async keepIfNeeded(text: StoryText = this.#options.state.current): Promise<void> {
    const { state, made } = this.#options
    if (made().has(text.textSha256)) await state.keep(text)
  }

  async #show(read: ReadStory): Promise<void> {
    const { state, layers, made } = this.#options
    await state.show(read, made())
    layers.placeAgain()
  }

  #shown(): Omit<DeskEvents['story-text'], 'story'> {
    const { state, layers } = this.#options
    const places = layers.annotations().map(placeOfAnnotation)
    return { version: state.current.version, places, layers: layers.list() }
  }
}
