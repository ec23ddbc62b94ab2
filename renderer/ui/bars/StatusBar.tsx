import { memo } from 'react'
import type { SaveState } from '../../../shared/desk/contract.ts'
import { percent } from '../../../shared/report/plain-words.ts'
import { isWholePage } from '../../state/selectors.ts'
import { type Numbers, useNumbers } from '../numbers/use-numbers.ts'
import { Button } from '../parts/Button.tsx'
import { useDesk, useTools } from '../tools.ts'
import { clockTime } from '../when.ts'
import { countsInWords } from './counts-in-words.ts'
import { DoubtsCount } from './DoubtsCount.tsx'
import { LayersMenu } from './LayersMenu.tsx'
import { StateChips } from './StateChips.tsx'
import styles from './StatusBar.module.css'
import { TextState } from './TextState.tsx'

/** Whether it is saved, how much is done, what is switched on, whose marks are shown, which file this is. */
export const StatusBar = memo(function StatusBar() {
  const save = useDesk((state) => state.open?.save)
  const numbers = useNumbers()
  if (save === undefined) return null
  return (
    <footer className={styles.bar} data-region="footer">
      <Saved save={save} />
      <TextState />
      <DoubtsCount />
      {numbers !== null && <Counted numbers={numbers} />}
      <StateChips />
      <span className={styles.end}>
        <LayersMenu />
        <WholePage />
        <FileFacts />
      </span>
    </footer>
  )
})

function Counted({ numbers }: { readonly numbers: Numbers }) {
  return (
    <>
      <span className={styles.words}>
        <b>{numbers.words.toLocaleString()}</b> words
      </span>
      {numbers.coverage !== null && (
        <span className={styles.coverage}>
          <b>{percent(numbers.coverage)}</b>
          <span className={styles.share}> of sentences</span> tagged
        </span>
      )}
      <span className={styles.counts}>
        <bdi>{countsInWords(numbers.tags)}</bdi>
      </span>
    </>
  )
}

function Saved({ save }: { readonly save: SaveState }) {
  const { actions } = useTools()
  const failed = save.kind === 'kept' || save.kind === 'not-saved'
  return (
    <>
      <span className={styles.save} data-state={save.kind} data-testid="save-state">
        <span className={styles.dot} aria-hidden="true" />
        {saveWords(save)}
      </span>
      {failed && (
        <Button small onClick={() => actions.retry()}>
          Try again
        </Button>
      )}
    </>
  )
}

/** In few words; the notice over the page gives the reason. */
function saveWords(save: SaveState): string {
  if (save.kind === 'saving') return 'Saving…'
  if (save.kind === 'kept') return 'Kept on this computer'
  if (save.kind === 'not-saved') return 'Not saved'
  return save.at === null ? 'Saved' : `Saved ${clockTime(save.at)}`
}

/** Of a web page the article is shown; what it was cut from is one press away. */
function WholePage() {
  const { runner } = useTools()
  const isWhole = useDesk(isWholePage)
  const possible = useDesk(() => runner.can('whole-page'))
  if (!possible) return null
  return (
    <Button kind="quiet" small onClick={() => runner.run('whole-page')}>
      {isWhole ? 'Show the article alone' : 'Show whole page'}
    </Button>
  )
}

/** File name, and what is unusual about the file. */
function FileFacts() {
  const opened = useDesk((state) => state.open?.opened)
  if (opened === undefined) return null
  const { story, encoding } = opened
  const facts = [
    encoding === null || encoding === 'UTF-8' ? [] : encoding,
    story.hardWrapped ? 'lines wrapped by hand' : [],
  ].flat()
  return (
    <span className={styles.file} title={story.name}>
      <bdi>{story.name}</bdi>
      {facts.map((fact) => ` · ${fact}`)}
    </span>
  )
}
