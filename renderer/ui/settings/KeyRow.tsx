import { memo, useId, useState } from 'react'
import type { Keys } from '../../../shared/desk/commands.ts'
import { tryKeys } from '../../../shared/desk/keys.ts'
import { keyLabel } from '../key-label.ts'
import { Button } from '../parts/Button.tsx'
import form from '../parts/Form.module.css'
import { Kbd } from '../parts/Kbd.tsx'
import { useDesk, useTools } from '../tools.ts'
import styles from './Keys.module.css'
import { type KeyEntry, withFirstKeys, withoutKeys, withUsualKeys } from './key-changes.ts'
import { useKeyCatcher } from './use-key-catcher.ts'

/** One command with its keys. "Change" takes the next key pressed; what can't be is said here. */
export const KeyRow = memo(function KeyRow({ entry }: { readonly entry: KeyEntry }) {
  const { actions } = useTools()
  const own = useDesk((state) => state.settings.keys)
  const platform = useDesk((state) => state.beginning?.platform ?? 'linux')
  const [catching, setCatching] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const hint = useId()
  const { id, label, keys } = entry
  const stop = () => {
    setCatching(false)
    setRefused(null)
  }
  const save = (next: typeof own, said: string) => {
    stop()
    void actions.changeSettings({ keys: next })
    actions.announce(said)
  }
  const take = (next: Keys) => {
    const spell = (one: Keys) => keyLabel(one, platform)
    const reason = tryKeys(id, next, own, spell)
    if (reason !== null) setRefused(`${spell(next)}: ${reason}`)
    else save(withFirstKeys(own, id, next), `${label}: ${spell(next)}`)
  }
  useKeyCatcher({ on: catching, platform, onKeys: take, onLeave: stop })
  return (
    <li className={styles.keyRow}>
      <span className={styles.command}>
        <bdi>{label}</bdi>
      </span>
      <span className={styles.keys}>
        {keys.length === 0 && <span className={form.hint}>no key</span>}
        {keys.map((one) => (
          <Kbd key={one}>{keyLabel(one, platform)}</Kbd>
        ))}
      </span>
      <span className={styles.keyActs}>
        <Button
          small
          aria-pressed={catching}
          aria-label={catching ? `Press the new key for ${label}` : `Change the key for ${label}`}
          aria-describedby={catching ? hint : undefined}
          onClick={() => (catching ? stop() : setCatching(true))}
          onBlur={stop}
        >
          {catching ? 'Press a key…' : 'Change'}
        </Button>
        {/* Both stay when there is nothing for them to do, so that the focus does. */}
        <Button
          kind="quiet"
          small
          aria-label={`Switch off the key for ${label}`}
          aria-disabled={keys.length === 0}
          onClick={() => keys.length > 0 && save(withoutKeys(own, id), `${label} has no key now`)}
        >
          Off
        </Button>
        <Button
          kind="quiet"
          small
          aria-label={`Usual key for ${label}`}
          aria-disabled={!entry.own}
          onClick={() => entry.own && save(withUsualKeys(own, id), `${label} has its usual key again`)}
        >
          Reset
        </Button>
      </span>
      {catching && (
        <span id={hint} className={styles.keyHint}>
          {refused === null ? (
            'The next key becomes its key. Esc leaves it as it is.'
          ) : (
            <span role="alert" className={form.error}>
              {refused}
            </span>
          )}
        </span>
      )}
    </li>
  )
})
