import { memo, useId, useRef, useState } from 'react'
import type { Keys } from '../../../shared/desk/commands.ts'
import { MOST_KEYS, tryKeys } from '../../../shared/desk/keys.ts'
import { keyLabel } from '../key-label.ts'
import { Button } from '../parts/Button.tsx'
import form from '../parts/Form.module.css'
import { useDesk, useTools } from '../tools.ts'
import styles from './Keys.module.css'
import { type KeyEntry, withKeys, withoutKeys, withUsualKeys } from './key-changes.ts'
import { OneKey } from './OneKey.tsx'
import { useKeyCatcher } from './use-key-catcher.ts'

// No key is called so.
const ONE_MORE = 'one more'

/** What the next key pressed will be: in the place of one that there is, or one more. */
type Place = Keys | typeof ONE_MORE

/** One command with its keys. "Change" and "Add" take the next key pressed; what can't be is said here. */
export const KeyRow = memo(function KeyRow({ entry }: { readonly entry: KeyEntry }) {
  const { actions } = useTools()
  const own = useDesk((state) => state.settings.keys)
  const platform = useDesk((state) => state.beginning?.platform ?? 'linux')
  const [catching, setCatching] = useState<Place | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const hint = useId()
  const { id, label, keys } = entry
  const spell = (one: Keys) => keyLabel(one, platform)
  const stop = () => {
    setCatching(null)
    setRefused(null)
  }
  const save = (next: typeof own, said: string) => {
    stop()
    void actions.changeSettings({ keys: next })
    actions.announce(said)
  }
  const take = (next: Keys) => {
    if (next === catching) return stop()
    const reason = keys.includes(next) ? 'It has this key already.' : tryKeys(id, next, own, spell)
    if (reason !== null) return setRefused(`${spell(next)}: ${reason}`)
    const old = catching === ONE_MORE ? null : catching
    save(withKeys(own, id, old, next), `${label}: ${spell(next)}`)
  }
  const remove = (one: Keys) => {
    // The button that was pressed goes with its key.
    add.current?.focus()
    const last = keys.length === 1
    save(withoutKeys(own, id, one), last ? `${label} has no key now` : `${label}: no longer ${spell(one)}`)
  }
  const full = keys.length >= MOST_KEYS
  const adding = catching === ONE_MORE
  const whatNext = adding
    ? 'The next key is added.'
    : keys.length > 1 && catching !== null
      ? `The next key takes the place of ${spell(catching)}.`
      : 'The next key becomes its key.'
  useKeyCatcher({ on: catching !== null, platform, onKeys: take, onLeave: stop })
  return (
    <li className={styles.keyRow}>
      <span className={styles.command}>
        <bdi>{label}</bdi>
      </span>
      {keys.length === 0 ? (
        <span className={form.hint}>no key</span>
      ) : (
        <ul className={styles.keys} aria-label={`Keys of ${label}`}>
          {keys.map((one, index) => (
            <OneKey
              // biome-ignore lint/suspicious/noArrayIndexKey: a key that was changed stays where it was, with the focus
              key={index}
              name={spell(one)}
              which={keys.length === 1 ? 'the key' : spell(one)}
              command={label}
              catching={catching === one}
              hint={hint}
              onCatch={() => setCatching(one)}
              onStop={stop}
              onRemove={() => remove(one)}
            />
          ))}
        </ul>
      )}
      <span className={styles.keyActs}>
        {/* Both stay when there is nothing for them to do, so that the focus does. */}
        <Button
          ref={add}
          kind="quiet"
          small
          aria-pressed={adding}
          aria-label={adding ? `Press one more key for ${label}` : `Add a key for ${label}`}
          aria-describedby={adding ? hint : undefined}
          aria-disabled={full}
          onClick={() => (adding ? stop() : full || setCatching(ONE_MORE))}
          onBlur={stop}
        >
          {adding ? 'Press a key…' : 'Add'}
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
      {catching !== null && (
        <span id={hint} className={styles.keyHint}>
          {refused === null ? (
            `${whatNext} Esc leaves it as it is.`
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
