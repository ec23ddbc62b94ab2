import type { Annotation, Content, PublicContent } from '../../../shared/annotation/annotation.ts'
import { type PartName, writePart } from '../../../shared/annotation/private-part.ts'
import { contentOf } from '../../editor/content.ts'
import { useEditor } from '../editor-context.ts'
import { useTools } from '../tools.ts'

/** What can be done with the annotation of a card; each change is one step of undo. */
export interface CardEdits {
  /** What is private stays as it is. */
  change(part: Partial<PublicContent>): void
  /** Writes the note or a field where it is kept, for everybody or in private. Empty: it is taken away. */
  write(part: PartName, words: string): void
  replace(content: Content): void
  /** Confirms the words that it stands on; false: that can't be done now. */
  accept(): boolean
  /** Goes to the text, where its words are to be selected. */
  placeAgain(): void
  /** Deletes it; the focus goes to the text. */
  remove(): void
  /** Back to the text, where the mark is. */
  leave(): void
}

export function useCardEdits(annotation: Annotation): CardEdits {
  const editor = useEditor()
  const { store } = useTools()
  const { id } = annotation
  // As it is now, not as it was drawn: two fields may be left in one breath.
  const current = () => store.get().open?.editor.annotations.find((one) => one.id === id) ?? annotation
  return {
    change: (part) => editor?.change(id, { ...contentOf(current()), ...part }),
    write: (part, words) => editor?.change(id, writePart(contentOf(current()), part, words)),
    replace: (content) => editor?.change(id, content),
    accept: () => editor?.accept(id) ?? false,
    placeAgain() {
      editor?.placeAgain(id)
      editor?.focus()
    },
    remove() {
      editor?.remove(id)
      editor?.focus()
    },
    leave: () => editor?.activate(id, { focus: true }),
  }
}
