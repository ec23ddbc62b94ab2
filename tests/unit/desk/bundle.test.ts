import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { CSP, listBundle, SECURITY_HEADERS, serveBundle } from '../../../electron/desk/bundle.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'galley-bundle-'))
mkdirSync(path.join(folder, 'page/assets'), { recursive: true })
writeFileSync(path.join(folder, 'secret.txt'), 'secret')
writeFileSync(path.join(folder, 'page/index.html'), '<!doctype html>')
writeFileSync(path.join(folder, 'page/assets/a b.js'), 'a')
writeFileSync(path.join(folder, 'page/assets/gone.css'), 'g')
symlinkSync('../secret.txt', path.join(folder, 'page/link.txt'))
const files = listBundle(path.join(folder, 'page'))
rmSync(path.join(folder, 'page/assets/gone.css'))
const serve = serveBundle(files)

afterAll(() => rmSync(folder, { recursive: true }))

describe('the list of built files', () => {
  it('holds files by their URL path, without links', () => {
    expect([...files.keys()].sort()).toEqual(['/assets/a b.js', '/assets/gone.css', '/index.html'])
  })

  it('is empty when there is no build', () => {
    expect(listBundle(path.join(folder, 'nowhere')).size).toBe(0)
  })
})

describe('serving the built page', () => {
  it.each([
    ['GET', '/', 200, 'text/html; charset=utf-8', '<!doctype html>'],
    ['GET', '/index.html?x=1#y', 200, 'text/html; charset=utf-8', '<!doctype html>'],
    ['HEAD', '/index.html', 200, 'text/html; charset=utf-8', ''],
    ['GET', '/assets/a%20b.js', 200, 'text/javascript; charset=utf-8', 'a'],
    ['GET', '/assets/gone.css', 404, null, ''],
    ['GET', '/assets', 404, null, ''],
    ['GET', '/assets/', 404, null, ''],
    ['GET', '/link.txt', 404, null, ''],
    ['GET', '/../secret.txt', 404, null, ''],
    ['GET', '/%2e%2e/secret.txt', 404, null, ''],
    ['GET', '/..%2fsecret.txt', 404, null, ''],
    ['GET', '/%2e%2e%5csecret.txt', 404, null, ''],
    ['GET', '/index.html%00', 404, null, ''],
    ['GET', '/%', 404, null, ''],
    ['GET', '//index.html', 404, null, ''],
    ['POST', '/', 405, null, ''],
  ])('%s %s → %i', async (method, url, status, type, text) => {
    const response = await serve(new Request(`http://127.0.0.1:1${url}`, { method }))
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      status,
      type,
      text,
    ])
  })

  it('sends the security headers with every answer', async () => {
    const wanted = Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), value])
    for (const url of ['http://h/', 'http://h/nothing']) {
      const { headers } = await serve(new Request(url))
      expect(wanted.map(([name]) => [name, headers.get(name ?? '')])).toEqual(wanted)
    }
  })

  it('has a policy that allows nothing inline and demands Trusted Types', () => {
    expect(CSP).not.toMatch(/unsafe|\*|https?:/)
    expect(CSP.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "require-trusted-types-for 'script'",
        "frame-ancestors 'none'",
      ]),
    )
  })
})
