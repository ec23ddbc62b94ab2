// `npm run evaluate -- anchoring [FILE…]` and `npm run evaluate -- edits`: how well marks are found again.
// `npm run evaluate -- office`: what LibreOffice reads out of the Word documents.
// Plain Node runs no TypeScript, so tests/evaluate is bundled first, into a folder of this run.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '..')
const out = path.join(root, 'tests/.build', `evaluate-${process.pid}`)
try {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, 'tests/evaluate/main.ts'),
      outDir: out,
      target: 'node20',
      minify: false,
      rolldownOptions: { external: [/^node:/], output: { format: 'es', entryFileNames: 'main.mjs' } },
    },
  })
  const ownCases = path.join(root, 'tests/evaluate/cases')
  // npm changes to this folder; a file is meant as seen from where the command was typed.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  const { status } = spawnSync(process.execPath, [path.join(out, 'main.mjs'), ...process.argv.slice(2)], {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, GALLEY_EVALUATE_CASES: ownCases },
  })
  process.exitCode = status ?? 1
} finally {
  rmSync(out, { recursive: true, force: true })
}
