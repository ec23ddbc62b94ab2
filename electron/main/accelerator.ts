import type { Keys } from '../../shared/desk/commands.ts'

/** How a menu item shows its key, and whether the menu itself acts on it. */
export interface Accelerator {
  readonly accelerator: string
  readonly registerAccelerator?: false
}

// https://www.electronjs.org/docs/latest/api/accelerator: the browser's names of the arrows are unknown to it.
const NAMES: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  '+': 'Plus',
}

/**
 * A key of the command table in Electron's words: `Mod+Shift+e` → `CmdOrCtrl+Shift+E`. Single keys belong to the
 * focused story, so the menu only shows them; a Mac can't show a key without acting on it and gets none.
 */
export function acceleratorFor(keys: readonly Keys[], platform: NodeJS.Platform): Accelerator | undefined {
  const first = keys[0]
  if (first === undefined) return undefined
  const accelerator = first
    // Not at a plus that is itself the key.
    .split(/\+(?=.)/)
    .map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+')
  if (first.startsWith('Mod+') || /^F\d+$/.test(first)) return { accelerator }
  return platform === 'darwin' ? undefined : { accelerator, registerAccelerator: false }
}
