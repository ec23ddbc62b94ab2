import type { Xml } from '../xml/read-xml.ts'

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Changes to the source of an XML part, written all at once. None may reach into another. */
export class Edits {
  readonly #edits: Edit[] = []

  insert(at: number, text: string): void {
    this.#edits.push({ start: at, end: at, text })
  }

  replace({ start, end }: Xml, text: string): void {
    this.#edits.push({ start, end, text })
  }

  remove(element: Xml): void {
    this.replace(element, '')
  }

  /** Takes the tags of an element off and leaves what is between them. */
  unwrap(element: Xml): void {
    const first = element.children[0]
    const last = element.children.at(-1)
    if (first === undefined || last === undefined) {
      this.remove(element)
      return
    }
    this.#edits.push({ start: element.start, end: first.start, text: '' })
    this.#edits.push({ start: last.end, end: element.end, text: '' })
  }

  /** The changed text of the half-open range; all changes lie inside it. */
  applied(source: string, start: number, end: number): string {
    // Stable: what is put in at one place stays in order, and stands before what is taken out from there.
    const sorted = this.#edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
    const pieces: string[] = []
    let at = start
    for (const edit of sorted) {
      pieces.push(source.slice(at, edit.start), edit.text)
      at = edit.end
    }
    pieces.push(source.slice(at, end))
    return pieces.join('')
  }
}
