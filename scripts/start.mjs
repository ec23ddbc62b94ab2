// `npm start`: builds if needed, then opens Galley in Electron, or in the browser where that can't be had.
import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { fetchElectron } from './fetch-electron.mjs'
import { electronPackage, findElectron } from './find-electron.mjs'
import { isFresh } from './freshness.mjs'
import { runElectron } from './run-electron.mjs'
import { absoluteWords, startGalley } from './start-plan.mjs'

const root = path.resolve(import.meta.dirname, '..')
const words = absoluteWords(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd(), path.resolve)
const interactive = Boolean(process.stdin.isTTY && process.stdout.isTTY)

function build() {
  console.log('Building Galley …')
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs')], {
    cwd: root,
    stdio: 'inherit',
  })
  return status === 0
}

async function fetchHere() {
  const folder = electronPackage()
  if (folder === undefined) return { fetched: false, reason: 'the package "electron" is not installed' }
  console.log('Fetching Electron, once, about 120 MB. Ctrl-C opens Galley in your browser instead.')
  const outcome = await fetchElectron({
    installer: path.join(folder, 'install.js'),
    folders: [path.join(folder, 'dist')],
    progress: (bytes) => {
      if (interactive) process.stdout.write(`\r${Math.round(bytes / 1e6)} MB `)
    },
  })
  // Takes the count away.
  if (interactive) process.stdout.write('\r\x1b[K')
  return outcome
}

function runBrowser() {
  // Ctrl-C reaches the host itself, which ends well; we wait for it.
  process.on('SIGINT', () => {})
  const child = spawn(process.execPath, [path.join(root, 'dist/cli/galley.js'), 'serve', ...words], {
    stdio: 'inherit',
  })
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.once('close', (code) => resolve(code ?? 1))
  })
}

if (!isFresh(root) && !build()) process.exit(1)
process.exitCode = await startGalley({
  wish: process.env.GALLEY_HOST,
  interactive,
  findElectron: () => findElectron(),
  fetchElectron: fetchHere,
  runElectron: (program) => runElectron({ program, args: [root, ...words] }),
  runBrowser,
  say: (line) => console.log(line),
})
