import { type Tag, tagLabel } from '../../../shared/tags.ts'
import type { EditorSnapshot, Jump } from '../../state/model.ts'

/** One quiet line at the foot of the page: what the next keys do. The editor says it aloud. */
export interface Sign {
  readonly text: string
  /** Keys that are good for something now, and for what. */
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[]
}

/** What the page has to say now; null: nothing. A key that waits for another comes first. */
export function signOf(editor: EditorSnapshot, tags: readonly Tag[]): Sign | null {
  const { jump, border, active } = editor
  if (jump !== null) {
    return { text: jumpText(jump), keys: [{ keys: ['Esc'], does: 'stays here' }] }
  }
  if (border !== null && active !== null) {
    const tag = editor.annotations.find(({ id }) => id === active)?.tag
    return {
      text: `${border === 'start' ? 'Start' : 'End'} of ${tag === undefined ? 'the annotation' : tagLabel(tags, tag)}`,
      keys: [
        { keys: ['←', '→'], does: 'move it' },
        { keys: ['Esc'], does: 'ends' },
      ],
    }
  }
  return null
}

/** Where the letters typed so far lead: "Jump to: co… 3 words". */
export function jumpText({ typed, to, targets }: Pick<Jump, 'typed' | 'to' | 'targets'>): string {
  const begins = to === 'start' ? 'Jump to' : 'Select up to'
  if (typed === '') return `${begins} a word: its first letters`
  if (targets.length === 0) return `${begins}: ${typed} – no such word in sight`
  return `${begins}: ${typed}… ${targets.length === 1 ? '1 word' : `${targets.length} words`}`
}
