import { Tabs } from '@base-ui/react/tabs'
import { memo } from 'react'
import { MarginCards } from './cards/MarginCards.tsx'
import type { FocusWish } from './editor-context.ts'
import { ListPanel } from './list/ListPanel.tsx'
import { NumbersPanel } from './numbers/NumbersPanel.tsx'
import { PortalHost } from './parts/PortalHost.tsx'
import styles from './SidePanel.module.css'
import { useDesk, useTools } from './tools.ts'
import { useShown } from './use-shown.ts'

interface SidePanelProps {
  readonly wish: FocusWish | null
  /** Stands in a sheet over the page; the cards then come one under the other. */
  readonly sheet?: boolean
  /** Something in the list was chosen: a sheet gives way to the text. */
  readonly onChosen?: () => void
}

/** The annotations: level with the text, all of them in a list, or counted. */
export const SidePanel = memo(function SidePanel({ wish, sheet = false, onChosen }: SidePanelProps) {
  const panel = useDesk((state) => state.panel)
  const { actions } = useTools()
  const inSheet = sheet || undefined
  return (
    <aside className={styles.side} data-region="aside" data-sheet={inSheet} aria-label="Annotations">
      <PortalHost off={sheet}>
        <h2 className="hidden-text">Annotations</h2>
        <Tabs.Root className={styles.tabs} value={panel} onValueChange={(next) => actions.showPanel(next)}>
          <Tabs.List className={styles.list} aria-label="How to show annotations">
            <Tabs.Tab value="margin" className={styles.tab}>
              Margin
            </Tabs.Tab>
            <Tabs.Tab value="list" className={styles.tab}>
              List <Count />
            </Tabs.Tab>
            <Tabs.Tab value="numbers" className={styles.tab}>
              Numbers
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="margin" className={styles.panel} data-sheet={inSheet} tabIndex={-1}>
            <MarginCards wish={wish} inFlow={sheet} />
          </Tabs.Panel>
          <Tabs.Panel value="list" className={styles.panel} tabIndex={-1}>
            <ListPanel wish={wish} onChosen={onChosen} />
          </Tabs.Panel>
          <Tabs.Panel value="numbers" className={styles.panel} tabIndex={-1}>
            <NumbersPanel onChosen={onChosen} />
          </Tabs.Panel>
        </Tabs.Root>
      </PortalHost>
    </aside>
  )
})

/** Of its own, so that another annotation draws the number again and not both panels. */
function Count() {
  const shown = useShown().length
  const reading = useDesk((state) => state.open?.reading === 'now')
  return reading ? '…' : shown.toLocaleString()
}
