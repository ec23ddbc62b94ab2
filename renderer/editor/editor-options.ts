import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { AnnotationChange, Platform } from '../../shared/desk/contract.ts'
import type { Editing } from '../../shared/desk/contract-text.ts'
import type { Story } from '../../shared/story/story.ts'
import type { EditorSnapshot } from '../state/model.ts'
import type { EditorContext } from './context.ts'
import type { Shown } from './handle.ts'
import type { Keyboard } from './key-match.ts'

/** A picture that is ready to be shown, or a sentence that says why it can't be. */
export type ShownPicture = { readonly url: string } | { readonly problem: string }

/** What an editor starts with, what it asks the window, and what it tells it. */
export interface EditorOptions extends Omit<EditorContext, 'say'> {
  readonly story: Story
  readonly platform: Platform
  /** The person's keys, as they are now. */
  keys(): Keyboard
  /** Whether Edit text can be switched on, for the story as it is given. */
  readonly editing: Editing
  /** This person changed the text: it is to be saved, with the places of the marks. */
  onText(): void
  /** Of all layers. */
  readonly annotations: readonly Annotation[]
  readonly shown: Shown
  /** Every mark gets its element, also far out of sight: for screen readers. */
  readonly allMarks: boolean
  /** The person's setting, as it is now: what the mouse selects grows to whole words. */
  snap(): boolean
  /** A picture of the story, to be shown; or why not. Asked for when it comes near the screen. */
  picture(source: string): Promise<ShownPicture>
  /** After each transaction that changed any of it. The first one is {@link createEditor}'s second result. */
  onSnapshot(snapshot: EditorSnapshot): void
  /** What this person changed and must be saved. Never what was received. */
  onChanges(changes: readonly AnnotationChange[]): void
  /** Says something through the polite live region. */
  announce(text: string): void
}
