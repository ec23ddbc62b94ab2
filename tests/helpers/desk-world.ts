import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { createDesk } from '../../electron/desk/desk.ts'
import type { Desk, DeskDeps } from '../../electron/desk/host.ts'
import { createDeskClient } from '../../renderer/desk/client.ts'
import { parseSidecar } from '../../shared/annotation/sidecar-codec.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import type {
  AnnotationChange,
  DeskApi,
  DeskEvents,
  EventName,
  Input,
  Method,
  OpenedStory,
  Output,
} from '../../shared/desk/contract.ts'
import type { ExportChoice } from '../../shared/desk/contract-export.ts'
import type { Transport } from '../../shared/desk/transport.ts'
import type { Failure } from '../../shared/failure.ts'
import { WHOLE_REPORT } from '../../shared/report/report-input.ts'
import type { Result } from '../../shared/result.ts'
import { type AnnotationId, type StoryId, span, type TagId } from '../../shared/units.ts'
import { deskDeps } from './desk-deps.ts'
import { tempFolder } from './temp-folder.ts'

/** Brings a window to a desk over some wire. */
export type Connect = (desk: Desk) => Promise<{ readonly transport: Transport; close(): Promise<void> }>

/** One heard event, with its name. */
export type Heard = {
  readonly [E in EventName]: { readonly event: E; readonly payload: DeskEvents[E] }
}[EventName]

/** A window of a test: typed calls, and everything that it was told. */
export interface TestWindow {
  readonly api: DeskApi
  readonly transport: Transport
  readonly heard: readonly Heard[]
  /** The next event of that name that fits, also one that was heard already. */
  next<E extends EventName>(event: E, fits?: (payload: DeskEvents[E]) => boolean): Promise<DeskEvents[E]>
  close(): Promise<void>
}

const events: readonly EventName[] = [
  'story-changed',
  'story-tags',
  'save-state',
  'story-text',
  'story-problem',
  'open-story',
  'command',
  'export-progress',
  'flush',
]

/** Everything of all layers. */
export const wholeExport: ExportChoice = { ...WHOLE_REPORT, layers: null }

/** A folder with a story, and desks that share one data folder, as processes of one person do. */
export class DeskWorld {
  readonly folder = tempFolder()
  readonly story: string
  readonly #connect: Connect

  constructor(
    connect: Connect,
    text = 'Mayor resigns\n\nThe mayor resigned on Friday, officials said. She left.\n',
  ) {
    this.#connect = connect
    this.story = path.join(this.folder, 'stories', 'council.txt')
    mkdirSync(path.dirname(this.story))
    this.write('council.txt', text)
  }

  /** Writes a file beside the story. */
  write(name: string, content: string | Uint8Array): void {
    writeFileSync(path.join(path.dirname(this.story), name), content)
  }

  /** A file beside the story. */
  read(name: string): string {
    return readFileSync(path.join(path.dirname(this.story), name), 'utf8')
  }

  /** Names of the files beside the story; the story and Galley's own folder left out. */
  beside(): readonly string[] {
    return readdirSync(path.dirname(this.story))
      .filter((name) => name !== path.basename(this.story) && name !== '.galley')
      .sort()
  }

  sidecar(name: string): Sidecar {
    return take(parseSidecar(this.read(name), name))
  }

  /** A desk on this computer; given the story unless told. */
  async desk(overrides: Partial<DeskDeps> = {}): Promise<Desk> {
    const desk = await createDesk(deskDeps(this.folder, { given: [this.story], ...overrides }))
    onTestFinished(() => desk.close())
    return desk
  }

  async window(desk: Desk): Promise<TestWindow> {
    const { transport, close } = await this.#connect(desk)
    const heard: Heard[] = []
    const waiting = new Set<() => void>()
    for (const event of events) {
      transport.on(event, (payload) => {
        heard.push({ event, payload } as Heard)
        for (const look of waiting) look()
      })
    }
    onTestFinished(close)
    return {
      api: createDeskClient(transport),
      transport,
      heard,
      next: (event, fits) => hear(heard, waiting, event, fits),
      close,
    }
  }
}

function hear<E extends EventName>(
  heard: readonly Heard[],
  waiting: Set<() => void>,
  event: E,
  fits: (payload: DeskEvents[E]) => boolean = () => true,
): Promise<DeskEvents[E]> {
  return new Promise((resolve) => {
    const look = () => {
      for (const one of heard) {
        const payload = one.payload as DeskEvents[E]
        if (one.event !== event || !fits(payload)) continue
        waiting.delete(look)
        resolve(payload)
        return
      }
    }
    waiting.add(look)
    look()
  })
}

/** The value of a result that has to be good. */
export function take<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`)
  return result.value
}

/** The reply of a call that has to be good. */
export async function ask<M extends Method>(
  window: TestWindow,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const reply = await window.transport.call(method, input)
  return take(reply) as Output<M>
}

/** Names the person if nobody is named yet, and opens the given story. */
export async function openGiven(window: TestWindow, name = 'Jane Doe'): Promise<OpenedStory> {
  const { person, opening } = await ask(window, 'begin', {})
  if (person === null) await ask(window, 'nameAnnotator', { name })
  if (opening === null) throw new Error('no story was given')
  return ask(window, 'openStory', { story: opening })
}

export const idOf = (n: number) =>
  `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as AnnotationId

export function put(n: number, tag: string, place: [number, number] | null, note = ''): AnnotationChange {
  const content = { tag: tag as TagId, note, fields: {} }
  return { kind: 'put', id: idOf(n), content, span: place === null ? null : span(...place) }
}

export function change(window: TestWindow, story: StoryId, ...changes: AnnotationChange[]) {
  return ask(window, 'changeAnnotations', { story, changes })
}
