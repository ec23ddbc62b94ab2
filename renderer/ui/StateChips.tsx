import { isFiltering } from '../../shared/annotation/filter.ts'
import { tagLabel } from '../../shared/tags.ts'
import { BackToList } from './BackToList.tsx'
import { Button } from './parts/Button.tsx'
import { Kbd } from './parts/Kbd.tsx'
import styles from './StatusBar.module.css'
import { useDesk, useTools } from './tools.ts'
import { useKeyboard } from './use-keyboard.ts'
import { useShown, useVisible } from './use-shown.ts'
import { useTags } from './use-tags.ts'

/** What is switched on and changes what keys do or what is seen; pressing one switches it off. */
export function StateChips() {
  return (
    <>
      <BackToList />
      <Armed />
      <MarksHidden />
      <Filtered />
    </>
  )
}

function Armed() {
  const armed = useDesk((state) => state.open?.editor.armed ?? null)
  const tags = useTags()
  if (armed === null) return null
  return (
    <span className={`${styles.chip} ${styles.said}`}>
      Armed: <bdi>{tagLabel(tags, armed)}</bdi> <Kbd>Esc</Kbd>
    </span>
  )
}

function MarksHidden() {
  const { actions } = useTools()
  const hidden = useDesk((state) => state.open?.marksHidden ?? false)
  const key = useKeyboard().label('hide-marks')
  if (!hidden) return null
  const show = () => {
    actions.hideMarks(false)
    actions.editor()?.focus()
  }
  return (
    <Button kind="quiet" small className={styles.chip} title="Show the marks again" onClick={show}>
      Marks hidden {key !== undefined && <Kbd silent>{key}</Kbd>}
    </Button>
  )
}

function Filtered() {
  const { actions } = useTools()
  const on = useDesk((state) => isFiltering(state.filter))
  const shown = useShown().length
  const all = useVisible().length
  if (!on) return null
  const showAll = () => {
    actions.clearFilter()
    actions.editor()?.focus()
  }
  return (
    <Button kind="quiet" small className={styles.chip} title="Show all annotations" onClick={showAll}>
      Filter: {shown.toLocaleString()} of {all.toLocaleString()}
    </Button>
  )
}
