import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { Bridge, PageMethod } from '../../shared/desk/bridge.ts'
import type { DeskEvents, EventName, OpenedStory } from '../../shared/desk/contract.ts'
import { events, methods } from '../../shared/desk/methods.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'

// The page gets named calls, never an IPC object or an event (which carries its sender). Types are gone at run
// time, so names are looked up before they are used.
const bridge: Bridge<File> = {
  async call(method: PageMethod, input: unknown): Promise<Result<unknown, Failure>> {
    if (!Object.hasOwn(methods, method) || methods[method] !== 'page') {
      return { ok: false, error: { kind: 'unknown-method', method: String(method) } }
    }
    return send(method, input)
  },

  on<E extends EventName>(event: E, listener: (payload: DeskEvents[E]) => void): () => void {
    if (!Object.hasOwn(events, event)) return () => {}
    const heard = (_event: IpcRendererEvent, payload: DeskEvents[E]): void => listener(payload)
    ipcRenderer.on(event, heard)
    return () => {
      ipcRenderer.removeListener(event, heard)
    }
  },

  openDropped(file: File): Promise<Result<OpenedStory, Failure>> {
    // Empty for a File that a script made: then the desk finds no such file.
    return send('openDropped', { path: webUtils.getPathForFile(file) })
  },
}

async function send<T>(method: string, input: unknown): Promise<Result<T, Failure>> {
  try {
    return await ipcRenderer.invoke(method, input)
  } catch {
    return { ok: false, error: { kind: 'unreachable' } }
  }
}

contextBridge.exposeInMainWorld('galley', bridge)
