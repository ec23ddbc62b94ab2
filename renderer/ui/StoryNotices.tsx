import { sentenceFor } from '../../shared/messages.ts'
import { IdentityQuestion } from './IdentityQuestion.tsx'
import { Button } from './parts/Button.tsx'
import { Notice } from './parts/Notice.tsx'
import { useDesk, useTools } from './tools.ts'

/** What is to be known about the open story before working on: not saved, gone, changed by someone else. */
export function StoryNotices() {
  return (
    <>
      <SaveNotice />
      <ProblemNotice />
      <IdentityQuestion />
    </>
  )
}

const stateInWords = {
  kept: 'Kept on this computer, not yet beside the story.',
  'not-saved': 'Not saved; what you did is only in this window.',
}

/** Stands while something is not beside the story; the status bar says the same in few words. */
function SaveNotice() {
  const save = useDesk((state) => state.open?.save)
  const { actions } = useTools()
  if (save === undefined || save.kind === 'saved' || save.kind === 'saving') return null
  const { reason } = save
  const buttons = (
    <>
      <Button small onClick={() => actions.retry()}>
        Try again
      </Button>
      {reason.kind === 'damaged-in-place' && (
        <Button small onClick={() => actions.setAside(reason.file)}>
          Set the damaged file aside
        </Button>
      )}
    </>
  )
  return (
    <Notice tone={save.kind === 'kept' ? 'warn' : 'bad'} actions={buttons}>
      <strong>{stateInWords[save.kind]}</strong> {sentenceFor(reason)}
    </Notice>
  )
}

/** The story file itself is gone, or another program wrote to it. */
function ProblemNotice() {
  const problem = useDesk((state) => state.open?.problem ?? null)
  const opened = useDesk((state) => state.open?.opened)
  const { actions } = useTools()
  if (problem === null || opened === undefined) return null
  const name = <bdi>{opened.story.name}</bdi>
  if (problem === 'vanished') {
    return (
      <Notice tone="warn">
        {name} is no longer where it was. What you see is the text as it was opened; put the file back to go
        on saving beside it.
      </Notice>
    )
  }
  const reopen = (
    <Button small onClick={() => actions.open(opened.id)}>
      Open it again
    </Button>
  )
  return (
    <Notice tone="warn" actions={reopen}>
      {name} was changed by another program. Open it again to see the new text; your annotations are looked up
      in it by their words.
    </Notice>
  )
}
