import { memo } from 'react'
import { sentenceFor } from '../../../shared/messages.ts'
import type { AnnotationId } from '../../../shared/units.ts'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useDesk, useTools } from '../tools.ts'
import { DoubtsNotice } from './DoubtsNotice.tsx'
import { IdentityQuestion } from './IdentityQuestion.tsx'
import { PlacingNotice } from './PlacingNotice.tsx'
import { SchemeNotice } from './SchemeNotice.tsx'
import { StraysNotice } from './StraysNotice.tsx'
import { TextSaveNotice } from './TextSaveNotice.tsx'
import { WarningsNotice } from './WarningsNotice.tsx'

interface StoryNoticesProps {
  /** Shows those that need a person in the list, and goes to one of them. */
  readonly onShowDoubts: (first: AnnotationId) => void
}

/** What is to be known about the open story before working on: not saved, gone, no tags, marks in doubt, questions. */
export const StoryNotices = memo(function StoryNotices({ onShowDoubts }: StoryNoticesProps) {
  return (
    <>
      <SaveNotice />
      <TextSaveNotice />
      <ProblemNotice />
      <IdentityQuestion />
      <SchemeNotice />
      <WarningsNotice />
      <StraysNotice />
      <DoubtsNotice onShow={onShowDoubts} />
      <PlacingNotice />
    </>
  )
})

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

/** The story file itself is gone, or what is in it now can't be shown. */
function ProblemNotice() {
  const problem = useDesk((state) => state.open?.problem ?? null)
  const story = useDesk((state) => state.open?.opened.story.name)
  if (problem === null || story === undefined) return null
  const name = <bdi>{story}</bdi>
  return problem === 'vanished' ? (
    <Notice tone="warn">
      {name} is no longer where it was. What you see is the text as it was; put the file back to go on saving
      beside it.
    </Notice>
  ) : (
    <Notice tone="warn">
      {name} was changed and can’t be read as a story now. What you see is the text as it was; the file is
      left alone, and Galley looks again when it changes.
    </Notice>
  )
}
