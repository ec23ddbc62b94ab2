import { Field } from '@base-ui/react/field'
import type { Side } from '../../../shared/colour/paper.ts'
import { parseHex } from '../../../shared/colour/rgb.ts'
import type { Tag } from '../../../shared/tags.ts'
import form from '../parts/Form.module.css'
import { ColourChecks } from './ColourChecks.tsx'
import styles from './Colours.module.css'
import { isKept } from './colour-checks.ts'

interface ColourFieldProps {
  readonly side: Side
  /** As typed; may be no colour. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** The tag with this colour, and the other tags. */
  readonly tag: Tag
  readonly others: readonly Tag[]
}

const names: Readonly<Record<Side, string>> = { light: 'On light paper', dark: 'On dark paper' }

/** A tag's colour on one paper: picked or typed, and judged while it changes. */
export function ColourField({ side, value, onChange, tag, others }: ColourFieldProps) {
  const isColour = parseHex(value) !== null
  const kept = isColour && isKept(tag, side)
  return (
    <div className={styles.colour}>
      <Field.Root className={form.field} invalid={!kept}>
        <Field.Label className={form.label}>{names[side]}</Field.Label>
        <span className={styles.colourInputs}>
          <input
            type="color"
            className={styles.picker}
            aria-label={`${names[side]}: choose a colour`}
            value={isColour ? value.toLowerCase() : '#808080'}
            onChange={(event) => onChange(event.target.value)}
          />
          <Field.Control
            className={`${form.input} ${styles.hex}`}
            value={value}
            onValueChange={onChange}
            spellCheck={false}
            maxLength={7}
            dir="ltr"
          />
        </span>
        <Field.Error className={form.error} match={!kept}>
          {isColour
            ? 'Too faint to be seen by everyone; the colour from before stays until this is clear enough.'
            : 'Write a colour as # and six digits or letters a–f, for example #0b6bb0.'}
        </Field.Error>
      </Field.Root>
      {isColour && <ColourChecks tag={tag} others={others} side={side} />}
    </div>
  )
}
