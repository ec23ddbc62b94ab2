import { Button } from '../parts/Button.tsx'
import { Kbd } from '../parts/Kbd.tsx'
import { Notice } from '../parts/Notice.tsx'
import { shorten } from '../shorten.ts'
import { useDesk, useTools } from '../tools.ts'

// In letters: enough to know which mark is meant.
const LONGEST = 60

/** Place again was chosen: what to do, and how to leave it. */
export function PlacingNotice() {
  const { actions } = useTools()
  const quote = useDesk(({ open }) => {
    const placing = open?.editor.placing ?? null
    if (open === null || placing === null) return null
    return open.editor.annotations.find((annotation) => annotation.id === placing)?.quote ?? null
  })
  if (quote === null) return null
  const cancel = () => {
    actions.editor()?.placeAgain(null)
    actions.editor()?.focus()
  }
  const buttons = (
    <Button small onClick={cancel}>
      Cancel
    </Button>
  )
  return (
    <Notice tone="info" actions={buttons}>
      Select the words for “<bdi>{shorten(quote, LONGEST)}</bdi>”, then press <Kbd>Enter</Kbd>. <Kbd>Esc</Kbd>{' '}
      to leave it.
    </Notice>
  )
}
