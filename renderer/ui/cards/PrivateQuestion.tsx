import { Button } from '../parts/Button.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'

interface PrivateQuestionProps {
  /** "the note", or a field's label in quotation marks. */
  readonly what: string
  readonly to: 'private' | 'desk'
  readonly onYes: () => void
  readonly onClose: () => void
}

/** Asked before written words change places: what got out can't be called back. */
export function PrivateQuestion({ what, to, onYes, onClose }: PrivateQuestionProps) {
  const yes = () => {
    onClose()
    onYes()
  }
  const buttons = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button kind="primary" onClick={yes}>
        {to === 'private' ? 'Keep private' : 'Show to everybody'}
      </Button>
    </>
  )
  return (
    <DialogFrame
      open
      onClose={onClose}
      title={
        <>
          {to === 'private' ? 'Keep' : 'Show'} <bdi>{what}</bdi>{' '}
          {to === 'private' ? 'private?' : 'to everybody?'}
        </>
      }
      actions={buttons}
    >
      {to === 'private' ? (
        <>
          <p>
            It moves from the annotation file beside the story to this computer, where only you can read it.
            No export and no print contains it.
          </p>
          <p>Copies of it may exist: in files that were synced or backed up, and in earlier exports.</p>
        </>
      ) : (
        <p>
          It moves into the annotation file beside the story. Everybody who opens the folder can read it
          there, and exports contain it.
        </p>
      )}
    </DialogFrame>
  )
}
