import { useState } from 'react'
import { type Side, sides } from '../../../shared/colour/paper.ts'
import { parseHex } from '../../../shared/colour/rgb.ts'
import type { TagColours as Colours } from '../../../shared/desk/contract-settings.ts'
import type { Tag } from '../../../shared/tags.ts'
import { Button } from '../parts/Button.tsx'
import { ColourField } from './ColourField.tsx'
import styles from './Colours.module.css'
import { isKept } from './colour-checks.ts'
import { useSettled } from './use-settled.ts'

interface TagColoursProps {
  readonly tag: Tag
  readonly others: readonly Tag[]
  /** Only colours that can be seen get here. */
  readonly onChange: (colours: Colours) => void
  /** Takes the person's own colours away; null: they belong to the tag itself. */
  readonly reset: { readonly possible: boolean; act(): Colours } | null
}

/** A tag's colours on light and on dark paper. */
export function TagColours({ tag, others, onChange, reset }: TagColoursProps) {
  const [typed, setTyped] = useState<Colours>({ light: tag.light, dark: tag.dark })
  const settled = useSettled(onChange)
  const type = (side: Side, value: string) => {
    const next = { ...typed, [side]: value }
    setTyped(next)
    if (sides.every((one) => isKept({ ...tag, ...next }, one))) {
      settled.later({ light: next.light.toLowerCase(), dark: next.dark.toLowerCase() })
    }
  }
  const shown: Tag = {
    ...tag,
    light: parseHex(typed.light) === null ? tag.light : typed.light,
    dark: parseHex(typed.dark) === null ? tag.dark : typed.dark,
  }
  return (
    <fieldset className={styles.colours}>
      <legend className="hidden-text">Colours of {tag.label}</legend>
      {sides.map((side) => (
        <ColourField
          key={side}
          side={side}
          value={typed[side]}
          onChange={(value) => type(side, value)}
          tag={shown}
          others={others}
        />
      ))}
      {reset !== null && (
        <div>
          <Button
            small
            aria-disabled={!reset.possible}
            onClick={() => reset.possible && setTyped(reset.act())}
          >
            Colours as they come with the tag
          </Button>
        </div>
      )}
    </fieldset>
  )
}
