import type { Settings } from '../../../shared/desk/contract-settings.ts'
import { SwitchRow } from '../parts/SwitchRow.tsx'
import { useDesk, useTools } from '../tools.ts'
import { RadioRow } from './RadioRow.tsx'
import { Section } from './Section.tsx'
import { ZoomField } from './ZoomField.tsx'

const themes: readonly (readonly [Settings['theme'], string])[] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]
const contrasts: readonly (readonly [Settings['contrast'], string])[] = [
  ['system', 'As the system'],
  ['more', 'More'],
]
const papers: readonly (readonly [Settings['paper'], string])[] = [
  ['narrow', 'Narrow'],
  ['usual', 'Usual'],
  ['wide', 'Wide'],
]

/** How the window and the page look, and what the mouse and screen readers get of the marks. */
export function LookPanel() {
  const { actions } = useTools()
  const settings = useDesk((state) => state.settings)
  const change = (part: Partial<Settings>) => void actions.changeSettings(part)
  return (
    <>
      <Section title="Window">
        <RadioRow
          label="Light or dark"
          value={settings.theme}
          choices={themes}
          onChange={(theme) => change({ theme })}
        />
        <RadioRow
          label="Contrast"
          value={settings.contrast}
          choices={contrasts}
          onChange={(contrast) => change({ contrast })}
        />
      </Section>
      <Section title="Page">
        <ZoomField zoom={settings.zoom} onChange={(zoom) => change({ zoom })} />
        <RadioRow
          label="Width of the paper"
          value={settings.paper}
          choices={papers}
          onChange={(paper) => change({ paper })}
        />
      </Section>
      <Section title="Selecting and reading">
        <SwitchRow
          label={<strong>Whole words</strong>}
          hint="A selection made with the mouse grows to whole words."
          on={settings.snap}
          onChange={(snap) => change({ snap })}
        />
        <SwitchRow
          label={<strong>All marks for screen readers</strong>}
          hint="Every mark is in the page, also far out of sight. Long stories then take longer to open."
          on={settings.allMarks}
          onChange={(allMarks) => change({ allMarks })}
        />
      </Section>
    </>
  )
}
