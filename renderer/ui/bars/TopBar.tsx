import { FileDown, PanelLeft, PanelRight, Redo2, Undo2 } from 'lucide-react'
import { memo } from 'react'
import { findCommand } from '../../../shared/desk/commands.ts'
import { Button } from '../parts/Button.tsx'
import { PortalHost } from '../parts/PortalHost.tsx'
import { Tip } from '../parts/Tip.tsx'
import { useDesk, useTools } from '../tools.ts'
import { useKeyboard } from '../use-keyboard.ts'
import { EditToggle } from './EditToggle.tsx'
import { FindButton } from './FindButton.tsx'
import { TagBar } from './TagBar.tsx'
import styles from './TopBar.module.css'
import { WindowMenu } from './WindowMenu.tsx'

interface TopBarProps {
  /** Opens the stories or the annotations as a sheet; null: they stand beside the page, or there are none. */
  readonly showStories: (() => void) | null
  readonly showAnnotations: (() => void) | null
}

/** Name, tags, and what is done with the whole story. */
export const TopBar = memo(function TopBar({ showStories, showAnnotations }: TopBarProps) {
  const { runner } = useTools()
  const isOpen = useDesk((state) => state.open !== null)
  return (
    <header className={styles.bar} data-region="header">
      <PortalHost>
        {showStories !== null && (
          <Button kind="quiet" icon aria-label="Stories" onClick={showStories}>
            <PanelLeft size={18} aria-hidden="true" />
          </Button>
        )}
        <span className={styles.brand}>Galley</span>
        <div className={styles.middle}>
          <EditToggle />
          <TagBar />
        </div>
        {isOpen && <UndoRedo />}
        <FindButton />
        {isOpen && (
          <Button kind="primary" className={styles.export} onClick={() => runner.run('export')}>
            <FileDown size={16} aria-hidden="true" className={styles.exportIcon} />
            <span className={styles.exportText}>Export report…</span>
          </Button>
        )}
        <WindowMenu />
        {showAnnotations !== null && (
          <Button kind="quiet" icon aria-label="Annotations" onClick={showAnnotations}>
            <PanelRight size={18} aria-hidden="true" />
          </Button>
        )}
      </PortalHost>
    </header>
  )
})

/** Says beforehand what it would undo. */
function UndoRedo() {
  const { runner } = useTools()
  const undo = useDesk((state) => state.open?.editor.undo ?? null)
  const redo = useDesk((state) => state.open?.editor.redo ?? null)
  const keyboard = useKeyboard()
  const steps = [
    { id: 'undo', what: undo, Icon: Undo2 },
    { id: 'redo', what: redo, Icon: Redo2 },
  ] as const
  return (
    <div className={styles.steps}>
      {steps.map(({ id, what, Icon }) => {
        const { label } = findCommand(id)
        const text = what === null ? `Nothing to ${id}` : `${label}: ${what}`
        return (
          <Tip key={id} text={text} keys={keyboard.label(id)}>
            <Button
              kind="quiet"
              icon
              aria-label={text}
              aria-disabled={what === null}
              aria-keyshortcuts={keyboard.aria(id)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => runner.run(id)}
            >
              <Icon size={17} aria-hidden="true" />
            </Button>
          </Tip>
        )
      })}
    </div>
  )
}
