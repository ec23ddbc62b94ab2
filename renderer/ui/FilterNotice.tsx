import { useEffect, useRef } from 'react'
import { isFiltering } from '../../shared/annotation/filter.ts'
import { filterInWords } from './filter-words.ts'
import { Button } from './parts/Button.tsx'
import { Notice } from './parts/Notice.tsx'
import { useDesk, useTools } from './tools.ts'
import { useShown, useVisible } from './use-shown.ts'
import { useTags } from './use-tags.ts'

/** Says over the page that marks are held back, lest a person takes them for gone. */
export function FilterNotice() {
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
    <Notice
      tone="info"
      actions={
        <Button small onClick={showAll}>
          Show all
        </Button>
      }
    >
      Showing {shown.toLocaleString()} of {all.toLocaleString()} annotations:{' '}
      <strong>
        <bdi>{filterInWords(filter, tags, layers)}</bdi>
      </strong>
      .
    </Notice>
  )
}
