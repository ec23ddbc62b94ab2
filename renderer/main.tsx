import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/story.css'
import './styles/edit-mode.css'
import './styles/marks.css'
import './styles/print.css'
import { createRoot } from 'react-dom/client'
import type { IsoTime } from '../shared/units.ts'
import { App } from './App.tsx'
import { type Connected, connectDesk } from './desk/connect.ts'
import { noSessionSentence } from './desk/session.ts'
import { createActions, initialState } from './state/actions.ts'
import { afterPaint } from './state/after-paint.ts'
import { createRunner } from './state/runner.ts'
import { createStore } from './state/store.ts'
import { handOverTyping } from './ui/hand-over.ts'
import { paced } from './ui/paced.ts'
import { focusNextRegion } from './ui/regions.ts'
import { NoSession } from './ui/stories/NoSession.tsx'
import { ToolsContext } from './ui/tools.ts'

const host = document.getElementById('root')
if (host === null) throw new Error('the page has no #root')
const root = createRoot(host)

const connecting = await connectDesk()
if (connecting.kind === 'connected') start(connecting)
else root.render(<NoSession sentence={noSessionSentence(connecting.reason)} />)

function start(connection: Connected): void {
  const store = createStore(initialState)
  const actions = createActions({
    connection,
    store,
    now: () => new Date().toISOString() as IsoTime,
    newId: () => `urn:uuid:${crypto.randomUUID()}`,
    leaveField: handOverTyping,
  })
  const runner = createRunner({ actions, store, nextRegion: focusNextRegion })
  root.render(
    <ToolsContext value={{ store, subscribe: paced(store.subscribe, afterPaint), actions, runner }}>
      <App onLine={connection.onLine} />
    </ToolsContext>,
  )
  window.addEventListener('pagehide', () => void actions.saveNow())
  window.addEventListener('beforeunload', (event) => {
    const { open, beginning } = store.get()
    // In Electron the program asks; there, preventing this would keep the window open without a word.
    const isLost = open?.save.kind === 'not-saved' || open?.textSave.kind === 'not-saved'
    if (beginning?.host === 'browser' && isLost) event.preventDefault()
  })
  void actions.begin()
}
