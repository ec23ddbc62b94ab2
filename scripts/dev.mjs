// `npm run dev`: the page from Vite's development server, main and preload rebuilt when they change. It needs
// Electron; without it `npm start` builds and opens the browser.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { build, createServer } from 'vite'
import { findElectron } from './find-electron.mjs'
import { absoluteWords } from './start-plan.mjs'
import { main, preload, reader, renderer, root } from './targets.mjs'

const HOST = '127.0.0.1'
const PORT = 5173
const NONCE = 'dev'
// Like the built page's policy, with the nonce that Vite puts on its inline code, and without Trusted Types, which
// its reload doesn't know.
const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'nonce-${NONCE}'`,
  `style-src 'self' 'nonce-${NONCE}'`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  `connect-src 'self' ws://${HOST}:${PORT}`,
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const program = findElectron()
if (program === undefined) {
  console.error('npm run dev needs Electron: `npx install-electron` fetches it. Without it, use npm start.')
  process.exit(1)
}

const server = await createServer({
  ...renderer,
  html: { cspNonce: NONCE },
  server: { host: HOST, port: PORT, strictPort: true, headers: { 'Content-Security-Policy': POLICY } },
})
await server.listen()

const words = absoluteWords(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd(), path.resolve)
let electron
let restarting = false

function startElectron() {
  electron = spawn(program, [root, ...words], {
    stdio: 'inherit',
    env: { ...process.env, GALLEY_DEV_PAGE: `http://${HOST}:${PORT}/` },
  })
  electron.once('exit', (code) => {
    if (!restarting) return void stop(code ?? 0)
    restarting = false
    startElectron()
  })
}

async function stop(code) {
  await server.close()
  process.exit(code)
}

/** Builds a bundle now and after each change; `changed` is called after every build but the first. */
async function keepBuilt(target, changed) {
  const watcher = await build({ mode: 'development', ...target, build: { ...target.build, watch: {} } })
  await new Promise((resolve) => {
    let first = true
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') console.error(event.error)
      if (event.code !== 'END') return
      if (!first) changed()
      first = false
      resolve()
    })
  })
}

function restart() {
  restarting = true
  electron.kill()
}

await keepBuilt(main, restart)
await keepBuilt(preload, restart)
await keepBuilt(reader, restart)
startElectron()
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => electron.kill())
