import { Minus, Plus } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { defaultSettings, LARGEST_ZOOM, SMALLEST_ZOOM, zoomStep } from '../../../shared/desk/settings.ts'
import { Button } from '../parts/Button.tsx'
import form from '../parts/Form.module.css'
import { showZoom } from '../use-theme.ts'
import styles from './Settings.module.css'
import { useSettled } from './use-settled.ts'

// Of the slider, in percent.
const STEP = 5

interface ZoomFieldProps {
  /** Percent of the usual size. */
  readonly zoom: number
  readonly onChange: (zoom: number) => void
}

/** Size of the story's text. The page behind the dialog and the line here show it while the slider moves. */
export function ZoomField({ zoom, onChange }: ZoomFieldProps) {
  const id = useId()
  const [shown, setShown] = useState(zoom)
  const settled = useSettled(onChange)
  useEffect(() => setShown(zoom), [zoom])
  const show = (next: number) => {
    setShown(next)
    showZoom(next)
    settled.later(next)
  }
  return (
    <div className={form.field}>
      <label htmlFor={id} className={form.label}>
        Size of the story’s text
      </label>
      <div className={styles.zoom}>
        <Button
          icon
          aria-label="Smaller"
          aria-disabled={shown <= SMALLEST_ZOOM}
          onClick={() => show(zoomStep(shown, -1))}
        >
          <Minus size={16} aria-hidden="true" />
        </Button>
        <input
          id={id}
          className={styles.slider}
          type="range"
          min={SMALLEST_ZOOM}
          max={LARGEST_ZOOM}
          step={STEP}
          value={shown}
          aria-valuetext={`${shown} %`}
          onChange={(event) => show(event.target.valueAsNumber)}
          onBlur={settled.now}
        />
        <Button
          icon
          aria-label="Larger"
          aria-disabled={shown >= LARGEST_ZOOM}
          onClick={() => show(zoomStep(shown, 1))}
        >
          <Plus size={16} aria-hidden="true" />
        </Button>
        <output htmlFor={id} className={styles.percent}>
          {shown} %
        </output>
        {shown !== defaultSettings.zoom && (
          <Button kind="quiet" small onClick={() => show(defaultSettings.zoom)}>
            Usual size
          </Button>
        )}
      </div>
      <p className={styles.preview} aria-hidden="true">
        The tunnel opened at 5 a.m.
      </p>
    </div>
  )
}
