import { BuilderElement, type IRunOptions, Tab, TextRun } from 'docx'
import { xmlText } from '../xml-text.ts'
import { EMOJI_FONT } from './languages.ts'
import { type Direction, stretchesOf } from './scripts.ts'

/** How a run looks, beside what its letters ask for. */
export type Look = Omit<IRunOptions, 'text' | 'children' | 'break' | 'rightToLeft'>

const emojiFont = { ascii: EMOJI_FONT, hAnsi: EMOJI_FONT, cs: EMOJI_FONT, eastAsia: EMOJI_FONT }

/** Runs of one look; more than one where the direction changes or a pictograph stands. `\n` is a line break. */
export function textRuns(text: string, direction: Direction, look: Look = {}): readonly TextRun[] {
  const clean = xmlText(text)
  return stretchesOf(clean, direction).map(
    (stretch) =>
      new TextRun({
        ...look,
        ...(stretch.isEmoji ? { font: emojiFont } : {}),
        ...(stretch.direction === 'rtl' ? { rightToLeft: true } : {}),
        children: childrenOf(clean.slice(stretch.start, stretch.end)),
      }),
  )
}

type Children = NonNullable<IRunOptions['children']>

function childrenOf(text: string): Children {
  return text.split(/([\n\t])/).flatMap((part): Children => {
    if (part === '\n') return [new BuilderElement({ name: 'w:br' })]
    if (part === '\t') return [new Tab()]
    return part === '' ? [] : [part]
  })
}
