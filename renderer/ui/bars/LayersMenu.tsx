import { Popover } from '@base-ui/react/popover'
import { TriangleAlert } from 'lucide-react'
import { Fragment } from 'react'
import type { Layer } from '../../../shared/annotation/annotation.ts'
import type { SidecarFailure } from '../../../shared/failure.ts'
import { sentenceFor } from '../../../shared/messages.ts'
import { countDoubts, doubtsInWords } from '../doubts.ts'
import { Button, buttonClass } from '../parts/Button.tsx'
import { SwitchRow } from '../parts/SwitchRow.tsx'
import { useDesk, useTools } from '../tools.ts'
import styles from './LayersMenu.module.css'

/** Whose marks are shown; and annotation files that could not be read, by name and reason. */
export function LayersMenu() {
  const layers = useDesk((state) => state.open?.layers)
  const unreadable = useDesk((state) => state.open?.unreadable)
  const hidden = useDesk((state) => state.open?.hidden)
  if (layers === undefined || unreadable === undefined || hidden === undefined) return null
  return (
    <Popover.Root>
      <Popover.Trigger className={`${buttonClass({ kind: 'quiet', small: true })} ${styles.trigger}`}>
        {unreadable.length > 0 && <TriangleAlert className={styles.warning} size={14} aria-hidden="true" />}
        <span className={styles.names}>
          Layers
          <span className={styles.who}>
            :{' '}
            {layers.map((layer, index) => (
              <Fragment key={layer.annotator}>
                {index > 0 && ', '}
                <span className={hidden.has(layer.annotator) ? styles.off : undefined}>
                  {layer.mine ? <b>you</b> : <bdi>{layer.name}</bdi>}
                </span>
              </Fragment>
            ))}
            {unreadable.length > 0 && `, ${unreadable.length} not readable`}
          </span>
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="end" sideOffset={6} collisionPadding={8}>
          <Popover.Popup className={styles.popup}>
            <Popover.Title className={styles.title}>Layers</Popover.Title>
            {layers.map((layer) => (
              <LayerSwitch key={layer.annotator} layer={layer} shown={!hidden.has(layer.annotator)} />
            ))}
            {unreadable.map((failure) => (
              <Unreadable key={failure.file} failure={failure} />
            ))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function LayerSwitch({ layer, shown }: { readonly layer: Layer; readonly shown: boolean }) {
  const { actions } = useTools()
  const annotations = useDesk(({ open }) => open?.editor.contents)
  const own = annotations?.filter(({ creator }) => creator === layer.annotator) ?? []
  const count = own.length
  const marks = count === 1 ? '1 annotation' : `${count.toLocaleString()} annotations`
  const doubts = doubtsInWords(countDoubts(own))
  return (
    <SwitchRow
      label={
        <>
          <bdi>{layer.name}</bdi>
          {layer.mine && ' (you)'}
        </>
      }
      hint={`${marks}${doubts && `, ${doubts}`}${layer.mine ? '' : layer.source === 'document' ? ', comments in the document, read-only' : ', read-only'}`}
      on={shown}
      onChange={(on) => actions.showLayer(layer.annotator, on)}
    />
  )
}

/** Offers to set a file aside only where it stands in the way of one's own. */
function Unreadable({ failure }: { readonly failure: SidecarFailure }) {
  const { actions } = useTools()
  const inTheWay = useDesk(({ open }) => {
    const reason = open?.save.kind === 'kept' || open?.save.kind === 'not-saved' ? open.save.reason : null
    return reason?.kind === 'damaged-in-place' && reason.file === failure.file
  })
  return (
    <div className={styles.damaged}>
      <span>{sentenceFor(failure)}</span>
      {inTheWay && (
        <Button small onClick={() => actions.setAside(failure.file)}>
          Set aside
        </Button>
      )}
    </div>
  )
}
