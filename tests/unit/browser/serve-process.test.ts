import { spawn } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { builtDist, root } from '../../helpers/built-dist.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { call, codeOf, redeem } from './listening.ts'

let cli = ''
beforeAll(() => {
  cli = path.join(builtDist('serve', ['cli', 'reader', 'renderer']), 'cli/galley.js')
}, 120_000)

/** `galley serve` as a process of its own, on a copy of the brief story. */
function start(...args: string[]) {
  const folder = tempFolder()
  copyFileSync(path.join(root, 'fixtures/brief.txt'), path.join(folder, 'brief.txt'))
  // No display, so that no test opens a window on the screen of whoever runs it.
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
  const child = spawn(process.execPath, [cli, 'serve', path.join(folder, 'brief.txt'), ...args], {
    env: { ...env, GALLEY_DATA: path.join(folder, 'data') },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const heard = { out: '', said: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    heard.out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    heard.said += chunk.toString()
  })
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  const address = vi.waitFor(
    () => {
      expect(heard.out).toMatch(/\n$/)
      return heard.out.split('\n')[0] ?? ''
    },
    { timeout: 15_000 },
  )
  return { folder, child, heard, ended, address }
}

describe('galley serve as a process', () => {
  it('prints the launch address alone on the first line, and what is for people elsewhere', async () => {
    const { child, heard, ended, address } = start('--no-open')
    expect(await address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]{43}$/)
    await vi.waitFor(() => expect(heard.said).toContain('Ctrl-C ends Galley'))
    child.kill('SIGINT')
    expect(await ended).toEqual({ code: 0, signal: null })
    expect(heard.out).toBe(`${await address}\n`)
  })

  it('prints a fresh address on Enter, and runs on when there is nobody to press it', async () => {
    const { child, heard, ended, address } = start('--no-open')
    await address
    child.stdin.write('\n')
    await vi.waitFor(() => expect(heard.out.trim().split('\n')).toHaveLength(2))
    child.stdin.end()
    const [, fresh = ''] = heard.out.trim().split('\n')
    expect((await redeem(new URL(fresh).origin, codeOf(fresh))).status).toBe(200)
    child.kill('SIGINT')
    expect(await ended).toEqual({ code: 0, signal: null })
  })

  it('serves the built page and the desk, and leaves what was marked on the disk', async () => {
    const { folder, child, ended, address } = start('--no-open')
    const { origin } = new URL(await address)
    const page = await fetch(origin)
    expect([page.status, (await page.text()).slice(0, 15)]).toEqual([200, '<!doctype html>'])

    const token: string = JSON.parse((await redeem(origin, codeOf(await address))).body).value.token
    const ask = async (method: string, input: object) =>
      JSON.parse((await call(origin, method, token, JSON.stringify(input))).body).value
    await ask('nameAnnotator', { name: 'Jane Doe' })
    const { opening, host } = await ask('begin', {})
    const { story } = await ask('openStory', { story: opening })
    expect([host, story.name]).toEqual(['browser', 'brief.txt'])
    const from = story.text.indexOf('Forty-one passengers')
    const changes = [
      {
        kind: 'put',
        id: 'urn:uuid:0b9d1a52-6f0e-4f43-9f6a-0d8d1a3f5c11',
        content: { tag: 'fact', note: '', fields: {} },
        span: { start: from, end: from + 'Forty-one passengers'.length },
      },
    ]
    const { save } = await ask('changeAnnotations', { story: opening, changes })
    expect(save.kind).toBe('saved')
    child.kill('SIGINT')
    expect((await ended).code).toBe(0)

    const [sidecar = ''] = readdirSync(folder).filter((file) => file.endsWith('.annotations.json'))
    const { first } = JSON.parse(readFileSync(path.join(folder, sidecar), 'utf8'))
    expect(first.items[0].target.selector[0].exact).toBe('Forty-one passengers')
  })

  it('ends within the flush limit when a window is open', async () => {
    const { child, ended, address } = start('--no-open')
    const { origin } = new URL(await address)
    await redeem(origin, codeOf(await address))
    const before = performance.now()
    child.kill('SIGINT')
    expect((await ended).code).toBe(0)
    expect(performance.now() - before).toBeLessThan(8000)
  })

  it.runIf(process.platform === 'linux')('says why it opens no window, and runs on', async () => {
    const { child, heard, ended, address } = start()
    await address
    await vi.waitFor(() => expect(heard.said).toMatch(/no display here|no sandbox for the user root/))
    expect(child.exitCode).toBeNull()
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 0, signal: null })
  })
})
