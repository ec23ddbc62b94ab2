import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useDesk, useTools } from '../tools.ts'

/** Somebody of the same name has marked this story on another computer: the same person, or not? Asked once. */
export function IdentityQuestion() {
  const other = useDesk((state) => state.open?.opened.sameName[0])
  const { actions } = useTools()
  if (other === undefined) return null
  const answer = (same: boolean) => () => actions.identity(other.id, same)
  const buttons = (
    <>
      <Button small onClick={answer(true)}>
        Yes, that is me
      </Button>
      <Button small onClick={answer(false)}>
        No, someone else
      </Button>
    </>
  )
  return (
    <Notice tone="info" actions={buttons}>
      <strong>Is this you?</strong> {other.name} has annotations beside this story, made on another computer.
    </Notice>
  )
}
