import type { DeskApi, DeskEvents, EventName, Input, Method, Output } from '../../shared/desk/contract.ts'
import type { Transport } from '../../shared/desk/transport.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import type { Client, Desk, Emit } from './host.ts'

type Listener = (event: EventName, payload: DeskEvents[EventName]) => void

/** The desk without any wire between: for the command line and as the simplest transport of the contract suite. */
export function directTransport(desk: Desk): { readonly transport: Transport; readonly client: Client } {
  const listeners = new Set<Listener>()
  const emit: Emit = (event, payload) => {
    for (const listener of listeners) listener(event, payload)
  }
  const client = desk.connect(emit)
  const transport: Transport = {
    call: (method, input) => client.answer(method, input, 'preload'),
    on(event, listener) {
      // `emit` pairs each name with its own payload.
      const wrapped: Listener = (name, payload) => {
        if (name === event) listener(payload as DeskEvents[typeof event])
      }
      listeners.add(wrapped)
      return () => listeners.delete(wrapped)
    },
  }
  return { transport, client }
}

/** The contract as typed calls to one client. */
export function directDesk(client: Client): DeskApi {
  // The door checks what goes in, and what comes out was made by the method of that name.
  const call =
    <M extends Method>(method: M) =>
    (input: Input<M>) =>
      client.answer(method, input, 'preload') as Promise<Result<Output<M>, Failure>>
  return {
    begin: call('begin'),
    nameAnnotator: call('nameAnnotator'),
    changeSettings: call('changeSettings'),
    shareTags: call('shareTags'),
    listStories: call('listStories'),
    chooseStory: call('chooseStory'),
    openStory: call('openStory'),
    cancelOpening: call('cancelOpening'),
    showWholePage: call('showWholePage'),
    readMarks: call('readMarks'),
    openSample: call('openSample'),
    openDropped: call('openDropped'),
    matchDropped: call('matchDropped'),
    changeAnnotations: call('changeAnnotations'),
    settlePlaces: call('settlePlaces'),
    saveText: call('saveText'),
    keepBoth: call('keepBoth'),
    adopt: call('adopt'),
    retrySave: call('retrySave'),
    setAside: call('setAside'),
    answerIdentity: call('answerIdentity'),
    storyImage: call('storyImage'),
    closeStory: call('closeStory'),
    exportStory: call('exportStory'),
    exportFolder: call('exportFolder'),
    cancelExport: call('cancelExport'),
    readImport: call('readImport'),
    cancelImport: call('cancelImport'),
    importMarks: call('importMarks'),
    flushed: call('flushed'),
  }
}
