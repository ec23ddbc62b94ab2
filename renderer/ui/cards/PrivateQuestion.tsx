import { Button } from '../parts/Button.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'

interface PrivateQuestionProps {
  /** Of the part: "Note", or the field's. */
  readonly label: string
  readonly to: 'private' | 'desk'
  readonly onYes: () => void
  readonly onClose: () => void
}

/** Asked before written words change places: what got out can't be called back. */
export function PrivateQuestion({ label, to, onYes, onClose }: PrivateQuestionProps) {
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
      title={to === 'private' ? 'Keep it private?' : 'Show it to everybody?'}
      actions={buttons}
    >
      <p>
        {to === 'private' ? (
          <>
            “<bdi>{label}</bdi>” moves from the annotation file beside the story to this computer, where only
            you can read it, and is in no export. Copies of it may exist: in files that were synced or backed
            up, and in earlier exports.
          </>
        ) : (
          <>
            “<bdi>{label}</bdi>” moves into the annotation file beside the story. Everybody who opens the
            folder can read it there, and exports contain it.
          </>
        )}
      </p>
    </DialogFrame>
  )
}
