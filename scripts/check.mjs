// `npm run check`: format, lint, types, dead code, import walk. Every step runs, so one run names all that is wrong.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { walkImports } from './import-walk.mjs'
import { writeReport } from './tally.mjs'

const root = path.resolve(import.meta.dirname, '..')
const bin = (name) =>
  path.join(root, 'node_modules/.bin', name + (process.platform === 'win32' ? '.cmd' : ''))

function run(command, ...args) {
  const { status, stdout, stderr } = spawnSync(bin(command), args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  return { passed: status === 0, output: `${stdout ?? ''}${stderr ?? ''}` }
}

const projects = ['shared', 'electron', 'electron/main', 'renderer', 'tests']

const steps = {
  'format and lint': () => run('biome', 'ci', '--colors=off', '.'),
  ...Object.fromEntries(projects.map((folder) => [`types of ${folder}`, () => run('tsc', '-p', folder)])),
  'dead code': () => run('knip'),
  'import walk': () => {
    const wrong = walkImports(root)
    return {
      passed: wrong.length === 0,
      output: wrong.map((arrow) => `forbidden import: ${arrow}\n`).join(''),
    }
  },
}

let passed = 0
let failed = 0
for (const [name, step] of Object.entries(steps)) {
  const outcome = step()
  if (outcome.passed) passed += 1
  else failed += 1
  console.log(`${outcome.passed ? '✓' : '✗'} ${name}`)
  if (!outcome.passed) console.log(outcome.output)
}
writeReport(root, 'check', { passed, failed })
process.exitCode = failed === 0 ? 0 : 1
