import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { isFiltering } from '../../../shared/annotation/filter.ts'
import { tagLabel } from '../../../shared/tags.ts'
import { BackToList } from '../list/BackToList.tsx'
import { filterInWords } from '../list/filter-words.ts'
import { Button } from '../parts/Button.tsx'
import { Kbd } from '../parts/Kbd.tsx'
import { useDesk, useTools } from '../tools.ts'
import { useKeyboard } from '../use-keyboard.ts'
import { useShown, useVisible } from '../use-shown.ts'
import { useTags } from '../use-tags.ts'
import styles from './StatusBar.module.css'

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

/** That marks are held back, and which are not, lest a person takes them for gone. */
function Filtered() {
  const { actions } = useTools()
  const filter = useDesk((state) => state.filter)
  const layers = useDesk((state) => state.open?.layers)
  const tags = useTags()
  const shown = useShown().length
  const all = useVisible().length
  const isOn = isFiltering(filter)
  const before = useRef(filter)
  useEffect(() => {
    if (before.current === filter) return
    before.current = filter
    actions.announce(`Showing ${isOn ? `${shown} of ${all}` : `all ${all}`} annotations`)
  }, [actions, filter, isOn, shown, all])
  if (layers === undefined || !isOn) return null
  const showAll = () => {
    actions.clearFilter()
    actions.editor()?.focus()
  }
  return (
    <Button kind="quiet" small className={styles.chip} title="Show all annotations" onClick={showAll}>
      <span className={styles.which}>
        {shown.toLocaleString()} of {all.toLocaleString()}: <bdi>{filterInWords(filter, tags, layers)}</bdi>
      </span>
      <X size={13} aria-hidden="true" />
    </Button>
  )
}
