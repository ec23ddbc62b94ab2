import { type CommandId, commandTable, findCommand, type Keys } from './commands.ts'
import { formOf, refusedKeys } from './key-rules.ts'

/** A person's own keys by command id, as the settings keep them; see `Settings.keys`. */
export type OwnKeys = Readonly<Record<string, readonly Keys[]>>

/** A command can't have more; none of the table has more than two. */
export const MOST_KEYS = 4

/** What each stroke means, each once. */
export type Bindings = ReadonlyMap<Keys, CommandId>

const known = new WeakMap<OwnKeys, Bindings>()

/**
 * The keys of the table with a person's own in their place. Own keys win over the table's; ids that are not in the
 * table, and keys that may not be used, are passed over. The same map for the same settings.
 */
export function bindingsOf(own: OwnKeys): Bindings {
  let bindings = known.get(own)
  if (bindings === undefined) {
    bindings = bind(own)
    known.set(own, bindings)
  }
  return bindings
}

function bind(own: OwnKeys): Bindings {
  const bindings = new Map<Keys, CommandId>()
  // The person's own first: another program, or an older Galley, may have written what clashes with the table.
  for (const { id } of commandTable) {
    for (const one of Object.hasOwn(own, id) ? (own[id] ?? []) : []) {
      const keys = formOf(one)
      if (keys !== null && refusedKeys(findCommand(id), keys) === null && !bindings.has(keys))
        bindings.set(keys, id)
    }
  }
  for (const { id, keys } of commandTable) {
    if (Object.hasOwn(own, id)) continue
    for (const one of keys) if (!bindings.has(one)) bindings.set(one, id)
  }
  return bindings
}

/** The keys that a command has for this person, the one that is shown first. Empty: it has none. */
export function keysOf(command: CommandId, own: OwnKeys): readonly Keys[] {
  const bindings = bindingsOf(own)
  const wanted: readonly Keys[] = Object.hasOwn(own, command)
    ? (own[command] ?? [])
    : findCommand(command).keys
  const forms = wanted.map((one) => formOf(one)).filter((one) => one !== null)
  return [...new Set(forms)].filter((one) => bindings.get(one) === command)
}

/**
 * Why a command can't have these keys, as a sentence; null: it can. Keys that it has already are fine.
 * @param spell how the keys are called on this computer, for the sentence
 */
export function tryKeys(
  command: CommandId,
  keys: Keys,
  own: OwnKeys,
  spell: (keys: Keys) => string = plainly,
): string | null {
  const form = formOf(keys)
  if (form === null) return 'This is no key that Galley knows. Choose another.'
  const refused = refusedKeys(findCommand(command), form)
  if (refused !== null) return refused
  const other = bindingsOf(own).get(form)
  if (other === undefined || other === command) return null
  return `${spell(form)} already means ${findCommand(other).label}. Take it away there first.`
}

/** Letters as they are printed on the keys. */
function plainly(keys: Keys): string {
  const name = keys.replace(
    /(^|\+)(\p{L})$/u,
    (_all, before: string, letter: string) => before + letter.toUpperCase(),
  )
  return name.replace(/Plus$/, '+')
}
