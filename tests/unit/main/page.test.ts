import { describe, expect, it } from 'vitest'
import { requestFilter } from '../../../electron/main/harden.ts'
import { builtPage, developmentPage, originOf, serveScheme } from '../../../electron/main/page.ts'
import { handled, protocol } from '../../helpers/electron-stand-in.ts'

describe('the origin of a URL', () => {
  it.each([
    ['app://bundle/index.html', 'app://bundle'],
    ['https://example.org/a?b', 'https://example.org'],
    ['http://127.0.0.1:5173/', 'http://127.0.0.1:5173'],
    ['file:///etc/passwd', 'file://'],
    ['nonsense', undefined],
    ['', undefined],
  ])('%s', (url, expected) => {
    expect(originOf(url)).toBe(expected)
  })
})

describe('the network', () => {
  const built = requestFilter(builtPage.origin, false)
  const developing = requestFilter(developmentPage('http://127.0.0.1:5173/').origin, true)

  it.each([
    ['app://bundle/assets/a.js', true],
    ['data:image/png;base64,AA', true],
    ['blob:app://bundle/8f3', true],
    ['blob:https://example.org/8f3', false],
    ['app://other/a.js', false],
    ['https://example.org/', false],
    ['http://127.0.0.1:5173/', false],
    ['ws://127.0.0.1:5173/', false],
    ['file:///etc/passwd', false],
    ['devtools://devtools/bundled/a.html', false],
    ['chrome-extension://a/b', false],
  ])('of the built page: %s → %s', (url, allowed) => {
    expect(built(url)).toBe(allowed)
  })

  it.each([
    ['http://127.0.0.1:5173/main.tsx', true],
    ['ws://127.0.0.1:5173/?token=a', true],
    ['devtools://devtools/bundled/a.html', true],
    ['http://127.0.0.1:5174/', false],
    ['https://example.org/', false],
  ])('while developing: %s → %s', (url, allowed) => {
    expect(developing(url)).toBe(allowed)
  })
})

describe('the app scheme', () => {
  it('answers under its own host name only', async () => {
    Reflect.apply(serveScheme, undefined, [protocol, new Map([['/index.html', import.meta.filename]])])
    const serve = handled.get('app')
    const status = async (url: string) => (await serve(new Request(url))).status
    expect([
      await status('app://bundle/'),
      await status('app://bundle/index.html'),
      await status('app://other/index.html'),
      await status('app://bundle/nothing.html'),
    ]).toEqual([200, 200, 404, 404])
  })
})
