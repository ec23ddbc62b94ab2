import { PencilLine } from 'lucide-react'
import { findCommand } from '../../../shared/desk/commands.ts'
import type { Editing } from '../../../shared/desk/contract-text.ts'
import { readOnlyFormat } from '../../../shared/messages/text.ts'
import type { StoryFormat } from '../../../shared/story/story.ts'
import { Button } from '../parts/Button.tsx'
import { Tip } from '../parts/Tip.tsx'
import { useDesk, useTools } from '../tools.ts'
import { useKeyboard } from '../use-keyboard.ts'
import styles from './EditToggle.module.css'

/** Switches between marking the text and typing into it. Focus and selection stay in the story. */
export function EditToggle() {
  const { runner, actions } = useTools()
  const mode = useDesk((state) => state.open?.editor.mode)
  const editing = useDesk((state) => state.open?.opened.editing)
  const format = useDesk((state) => state.open?.opened.story.format)
  const following = useDesk((state) => state.open?.following ?? false)
  const reading = useDesk((state) => state.open?.reading !== 'no')
  const possible = useDesk(() => runner.can('edit-text'))
  const keyboard = useKeyboard()
  if (mode === undefined || editing === undefined || format === undefined) return null
  const { label } = findCommand('edit-text')
  const why = possible ? null : whyNot(editing, format, following, reading)
  const press = () => {
    if (!runner.run('edit-text') && why !== null) actions.announce(why)
  }
  return (
    <Tip text={why ?? tips[mode]} keys={keyboard.label('edit-text')}>
      <Button
        kind={mode === 'edit' ? 'primary' : 'plain'}
        className={styles.toggle}
        aria-label={label}
        aria-pressed={mode === 'edit'}
        aria-disabled={!possible}
        aria-keyshortcuts={keyboard.aria('edit-text')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={press}
      >
        <PencilLine size={15} aria-hidden="true" />
        <span className={styles.label}>{label}</span>
      </Button>
    </Tip>
  )
}

const tips = {
  annotate: 'Type into the story; the marks follow',
  edit: 'Lock the text again and go on marking',
}

function whyNot(editing: Editing, format: StoryFormat, following: boolean, reading: boolean): string {
  if (reading) return 'Not now: the annotations are being read.'
  if (following) return 'Not now: the new text is being brought in.'
  if (editing.can) return 'The text can’t be edited right now.'
  return editing.reason === 'format'
    ? `${readOnlyFormat(format)} Edit it in another program; the marks follow.`
    : `The file is stored as ${editing.encoding}, which Galley reads and does not write. Save it as UTF-8 in another program to edit it here.`
}
