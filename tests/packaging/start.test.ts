import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { stampBuild } from '../../scripts/freshness.mjs'
import { root } from '../helpers/built-dist.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

describe('npm start itself', () => {
  /** A clone with the real start scripts, a stand-in `galley` command, and Electron as given. */
  function start(env: Record<string, string>, program?: string) {
    const clone = tempFolder()
    const electron = path.join(clone, 'node_modules/electron')
    mkdirSync(path.join(clone, 'dist/cli'), { recursive: true })
    mkdirSync(path.join(electron, 'dist'), { recursive: true })
    cpSync(path.join(root, 'scripts'), path.join(clone, 'scripts'), { recursive: true })
    writeFileSync(path.join(electron, 'package.json'), '{"name":"electron"}')
    // Importing the real package would start a download.
    writeFileSync(path.join(electron, 'index.js'), `console.log('electron was imported')`)
    writeFileSync(
      path.join(clone, 'dist/cli/galley.js'),
      `console.log('galley ' + process.argv.slice(2).join(' ')); process.exitCode = 4`,
    )
    stampBuild(path.join(clone, 'dist'), Date.now() + 60_000)
    if (program !== undefined) {
      writeFileSync(path.join(electron, 'path.txt'), 'electron')
      writeFileSync(path.join(electron, 'dist/electron'), `#!/usr/bin/env node\n${program}\n`, {
        mode: 0o755,
      })
    }
    const { GALLEY_HOST: _, INIT_CWD: __, ...others } = process.env
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(clone, 'scripts/start.mjs'), 'story.txt'],
      { encoding: 'utf8', env: { ...others, INIT_CWD: '/home/jane', ...env } },
    )
    return { clone, outcome: { status, stdout, stderr } }
  }

  it('opens the browser host with the person’s path where Electron is missing, after one line', () => {
    expect(start({}).outcome).toEqual({
      status: 4,
      stdout:
        'Electron is not installed. Opening in your browser instead; `npx install-electron` fetches Electron.\n' +
        'galley serve /home/jane/story.txt\n',
      stderr: '',
    })
  })

  it('opens Electron with the app’s folder and the path', () => {
    const program = `console.log('galley: ready'); console.log(process.argv.slice(2).join(' '))`
    const { clone, outcome } = start({}, program)
    expect(outcome).toEqual({ status: 0, stdout: `${clone} /home/jane/story.txt\n`, stderr: '' })
  })

  it('opens the browser host when Electron dies at once', () => {
    const { status, stdout, stderr } = start(
      {},
      `console.error('fatal: no display'); process.exit(1)`,
    ).outcome
    expect([status, stderr]).toEqual([4, ''])
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^Electron did not open a window: fatal: no display\. /),
      'galley serve /home/jane/story.txt',
      '',
    ])
  })

  it('never switches the sandbox off', () => {
    const program = `console.log('galley: ready'); console.log(JSON.stringify(process.argv))`
    expect(start({}, program).outcome.stdout).not.toContain('sandbox')
  })

  it('opens the browser host when told to, without a word', () => {
    expect(start({ GALLEY_HOST: 'browser' }, '').outcome.stdout).toBe('galley serve /home/jane/story.txt\n')
  })
})
