import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import type { Bridge } from '../../shared/desk/bridge.ts'
import { builtDist } from './built-dist.ts'

/** What a test gives the preload in place of Electron's `ipcRenderer`. */
export interface RendererIpc {
  invoke(channel: string, input: unknown): Promise<unknown>
  on(channel: string, listener: (event: unknown, payload: unknown) => void): void
  removeListener(channel: string, listener: (event: unknown, payload: unknown) => void): void
}

/** The text of the built preload. Takes about a second where the build is older than the sources. */
export function builtPreload(): string {
  return readFileSync(path.join(builtDist('preload', ['preload']), 'preload/index.cjs'), 'utf8')
}

/**
 * Runs the preload as Electron's sandbox does: `require` knows one name, and there is nothing of Node. Returns what
 * it put on the page, by name. A file is anything with a `path`.
 */
export function runPreload(
  source: string,
  ipcRenderer: RendererIpc,
): ReadonlyMap<string, Bridge<{ path: string }>> {
  const exposed = new Map<string, Bridge<{ path: string }>>()
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, value: Bridge<{ path: string }>) => exposed.set(name, value),
    },
    ipcRenderer,
    webUtils: { getPathForFile: (file: { path: string }) => file.path },
  }
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`the sandbox has no ${name}`)
    return electron
  }
  runInNewContext(source, { require, exports: {}, module: { exports: {} } })
  return exposed
}
