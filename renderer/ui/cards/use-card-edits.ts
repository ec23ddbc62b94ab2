import type { Annotation, Content } from '../../../shared/annotation/annotation.ts'
import { useEditor } from '../editor-context.ts'
import { useTools } from '../tools.ts'

/** What can be done with the annotation of a card; each change is one step of undo. */
export interface CardEdits {
  change(part: Partial<Content>): void
  /** An empty value takes the field away. */
  setField(field: string, value: string): void
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
  const change = (part: Partial<Content>) => {
    const { tag, note, fields } = current()
    editor?.change(id, { tag, note, fields, ...part })
  }
  return {
    change,
    setField(field, value) {
      const { [field]: _, ...others } = current().fields
      change({ fields: value === '' ? others : { ...others, [field]: value } })
    },
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
