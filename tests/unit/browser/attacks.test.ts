import { connect as connectSocket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SECURITY_HEADERS } from '../../../electron/desk/bundle.ts'
import { type Answer, call, codeOf, type Listening, listening, redeem, send } from './listening.ts'

let host: Listening
let token = ''

beforeAll(async () => {
  host = await listening({ body: 1000 })
  token = await host.token()
})
afterAll(() => host.close())

/** A request of our page, then spoilt; `<origin>`, `<port>` and `<token>` are filled in. */
interface Attack {
  readonly name: string
  readonly method?: string
  readonly path?: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly status: number
}

const FILE = { path: '/', headers: {} }
const CALL = {
  method: 'POST',
  path: '/api/begin',
  headers: {
    Origin: '<origin>',
    'Content-Type': 'application/json',
    'Sec-Fetch-Site': 'same-origin',
    Authorization: 'Bearer <token>',
  },
  body: '{}',
}
const without = (header: keyof typeof CALL.headers): Record<string, string> =>
  Object.fromEntries(Object.entries(CALL.headers).filter(([name]) => name !== header))
const withHeader = (name: string, value: string) => ({ ...CALL, headers: { ...CALL.headers, [name]: value } })
const fileWith = (name: string, value: string) => ({ ...FILE, headers: { [name]: value } })

const attacks: readonly Attack[] = [
  { name: 'file under a name of a stranger', ...fileWith('Host', 'evil.example:<port>'), status: 421 },
  { name: 'file under localhost', ...fileWith('Host', 'localhost:<port>'), status: 421 },
  { name: 'file under a longer name', ...fileWith('Host', '127.0.0.1:<port>.evil.example'), status: 421 },
  { name: 'file under another port', ...fileWith('Host', '127.0.0.1:1'), status: 421 },
  { name: 'file without the port', ...fileWith('Host', '127.0.0.1'), status: 421 },
  { name: 'file under another spelling of the address', ...fileWith('Host', '127.1:<port>'), status: 421 },
  { name: 'file under the IPv6 address', ...fileWith('Host', '[::1]:<port>'), status: 421 },
  { name: 'call under a name of a stranger', ...withHeader('Host', 'evil.example:<port>'), status: 421 },
  { name: 'call under localhost', ...withHeader('Host', 'localhost:<port>'), status: 421 },
  { name: 'file for a foreign origin', ...fileWith('Origin', 'https://evil.example'), status: 403 },
  { name: 'file for the origin null', ...fileWith('Origin', 'null'), status: 403 },
  { name: 'call of a foreign origin', ...withHeader('Origin', 'https://evil.example'), status: 403 },
  { name: 'call of the origin null', ...withHeader('Origin', 'null'), status: 403 },
  { name: 'call of another port', ...withHeader('Origin', 'http://127.0.0.1:1'), status: 403 },
  { name: 'call of our origin over https', ...withHeader('Origin', 'https://127.0.0.1:<port>'), status: 403 },
  { name: 'call without an origin', ...CALL, headers: without('Origin'), status: 403 },
  { name: 'file for another site', ...fileWith('Sec-Fetch-Site', 'cross-site'), status: 403 },
  { name: 'file for another port of this site', ...fileWith('Sec-Fetch-Site', 'same-site'), status: 403 },
  { name: 'call of another site', ...withHeader('Sec-Fetch-Site', 'cross-site'), status: 403 },
  { name: 'call of another port of this site', ...withHeader('Sec-Fetch-Site', 'same-site'), status: 403 },
  { name: 'call by typing an address', ...withHeader('Sec-Fetch-Site', 'none'), status: 403 },
  { name: 'call as a form', ...withHeader('Content-Type', 'application/x-www-form-urlencoded'), status: 403 },
  { name: 'call as plain text', ...withHeader('Content-Type', 'text/plain'), status: 403 },
  {
    name: 'call as text that mentions JSON',
    ...withHeader('Content-Type', 'text/plain; application/json'),
    status: 403,
  },
  { name: 'call without a content type', ...CALL, headers: without('Content-Type'), status: 403 },
  { name: 'call by GET', ...CALL, method: 'GET', status: 405 },
  { name: 'call by PUT', ...CALL, method: 'PUT', status: 405 },
  { name: 'events by GET', ...CALL, method: 'GET', path: '/api/events', status: 405 },
  { name: 'preflight of a call', ...CALL, method: 'OPTIONS', status: 403 },
  { name: 'preflight of a file', ...FILE, method: 'OPTIONS', status: 403 },
  { name: 'file by POST', ...FILE, method: 'POST', status: 405 },
  { name: 'file by DELETE', ...FILE, method: 'DELETE', status: 405 },
  { name: 'call without a token', ...CALL, headers: without('Authorization'), status: 401 },
  { name: 'call with a wrong token', ...withHeader('Authorization', 'Bearer <wrong>'), status: 401 },
  { name: 'call with half a token', ...withHeader('Authorization', 'Bearer <half>'), status: 401 },
  { name: 'call with an empty token', ...withHeader('Authorization', 'Bearer '), status: 401 },
  { name: 'call with the token as a password', ...withHeader('Authorization', 'Basic <token>'), status: 401 },
  {
    name: 'call with the token in a cookie',
    ...CALL,
    headers: { ...without('Authorization'), Cookie: 'token=<token>' },
    status: 401,
  },
  {
    name: 'call with the token in the address',
    ...CALL,
    path: '/api/begin?token=<token>',
    headers: without('Authorization'),
    status: 401,
  },
  {
    name: 'events without a token',
    ...CALL,
    path: '/api/events',
    headers: without('Authorization'),
    status: 401,
  },
  {
    name: 'a session for nothing',
    ...CALL,
    path: '/api/session',
    headers: without('Authorization'),
    status: 401,
  },
  { name: 'a session for no code', ...CALL, path: '/api/session', body: '{"code":null}', status: 401 },
  { name: 'a session for a list', ...CALL, path: '/api/session', body: '{"code":["a"]}', status: 401 },
  {
    name: 'a session for a novel',
    ...CALL,
    path: '/api/session',
    body: `"${'x'.repeat(2000)}"`,
    status: 413,
  },
  {
    name: 'a method of the preload',
    ...CALL,
    path: '/api/openDropped',
    body: '{"path":"/etc/passwd"}',
    status: 404,
  },
  { name: 'an unknown method', ...CALL, path: '/api/deleteEverything', status: 404 },
  { name: 'a method of every object', ...CALL, path: '/api/toString', status: 404 },
  { name: 'the prototype', ...CALL, path: '/api/__proto__', status: 404 },
  { name: 'a call below a method', ...CALL, path: '/api/begin/more', status: 404 },
  { name: 'no method', ...CALL, path: '/api/', status: 404 },
  { name: 'a body above the limit', ...CALL, body: JSON.stringify('x'.repeat(1000)), status: 413 },
  {
    name: 'a body above the limit, its length untold',
    ...withHeader('Transfer-Encoding', 'chunked'),
    body: JSON.stringify('x'.repeat(1000)),
    status: 413,
  },
  { name: 'a body that is not JSON', ...CALL, body: '{"name":', status: 400 },
  { name: 'an empty body', ...CALL, body: '', status: 400 },
  { name: 'a body that is not UTF-8', ...CALL, body: '<broken>', status: 400 },
  { name: 'a way out of the folder', ...FILE, path: '/../../../etc/passwd', status: 404 },
  { name: 'a coded way out of the folder', ...FILE, path: '/%2e%2e/%2e%2e/etc/passwd', status: 404 },
  { name: 'a way out by coded slashes', ...FILE, path: '/..%2f..%2fetc%2fpasswd', status: 404 },
  { name: 'a way out by backslashes', ...FILE, path: '/..\\..\\etc\\passwd', status: 404 },
  { name: 'a way out with a null', ...FILE, path: '/index.html%00.txt', status: 404 },
  { name: 'a path that cannot be decoded', ...FILE, path: '/%E0%A4%A', status: 404 },
  { name: 'an absolute path', ...FILE, path: '//etc/passwd', status: 404 },
  { name: 'a request meant for a proxy', ...FILE, path: 'http://evil.example/', status: 400 },
]

function fill(words: string): string {
  const wrong = token.replace(/./g, (character) => (character === 'A' ? 'B' : 'A'))
  return words
    .replace('<origin>', host.origin)
    .replace('<port>', String(host.port))
    .replace('<token>', token)
    .replace('<wrong>', wrong)
    .replace('<half>', token.slice(0, 20))
}

function attack({ method, path, headers, body }: Attack): Promise<Answer> {
  return send(host.origin, {
    method: method ?? 'GET',
    path: fill(path ?? '/'),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)])),
    ...(body === undefined ? {} : { body: body === '<broken>' ? Buffer.from([0x22, 0xff, 0x22]) : body }),
  })
}

describe('the browser host answers its own page', () => {
  it('with a file', async () => {
    const answer = await attack({ name: 'file', ...fileWith('Sec-Fetch-Site', 'none'), status: 200 })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('A desk that only writes down what reaches it.')
  })

  it('with a reply of the desk', async () => {
    const answer = await attack({ name: 'call', ...CALL, status: 200 })
    expect(answer).toMatchObject({ status: 200, body: '{"ok":true,"value":"window 1"}' })
    expect(host.desk.calls).toEqual(['begin {}'])
  })
})

describe('the browser host refuses', () => {
  it.each(attacks)('$name', async (each) => {
    const calls = host.desk.calls.length
    const lines = host.log.length
    const answer = await attack(each)

    expect(answer.status).toBe(each.status)
    // Nothing reached the desk, nothing was told, and the refusal is in the log.
    expect(host.desk.calls.length).toBe(calls)
    expect(answer.body).not.toContain(token)
    expect(host.log.slice(lines)).toHaveLength(1)
    expectHardened(answer)
  })

  it('to name the token or a code in its log', () => {
    expect(host.log.length).toBeGreaterThan(30)
    expect(host.log.join('\n')).not.toContain(token)
  })

  it('a forged line of the log', async () => {
    const lines = host.log.length
    await send(host.origin, { headers: { Host: 'evil": refused nothing' } })
    expect(host.log.slice(lines)).toEqual(['refused 421 "GET /": Host "evil\\": refused nothing"'])
  })

  it('a WebSocket', async () => {
    const answer = await rawExchange(
      [
        'GET /api/events HTTP/1.1',
        `Host: 127.0.0.1:${host.port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
        `Origin: ${host.origin}`,
        '\r\n',
      ].join('\r\n'),
    )
    expect(answer).toBe('')
  })

  it('to be used as a proxy', async () => {
    expect(await rawExchange('CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n')).toBe('')
  })

  it('what is not HTTP', async () => {
    expect(await rawExchange('\u0000\u0001 no request\r\n\r\n')).toBe('')
  })
})

describe('the browser host cannot be reached', () => {
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map((each) => (each.address.startsWith('fe80') ? null : each.address))
    .filter((address): address is string => address !== null && address !== '127.0.0.1')

  it.each([...new Set(['::1', '127.0.0.2', ...others])])('at %s', async (address) => {
    await expect(rawExchange('GET / HTTP/1.0\r\n\r\n', address)).rejects.toThrow()
  })
})

describe('a burst of calls', () => {
  it('is cut off at the limit, and answered again afterwards', async () => {
    const busy = await listening({ inFlight: 3 })
    const busyToken = await busy.token()
    let release = (): void => {}
    busy.desk.hold = new Promise((resolve) => {
      release = resolve
    })
    const three = [1, 2, 3].map(() => call(busy.origin, 'begin', busyToken))
    await vi.waitFor(() => expect(busy.desk.calls).toHaveLength(3))

    expect((await call(busy.origin, 'begin', busyToken)).status).toBe(503)
    release()
    expect((await Promise.all(three)).map((answer) => answer.status)).toEqual([200, 200, 200])
    expect((await call(busy.origin, 'begin', busyToken)).status).toBe(200)
    await busy.close()
  })
})

describe('a launch code', () => {
  it('opens one window; a second use ends it and is told apart', async () => {
    const other = await listening()
    const code = codeOf(other.newAddress())
    const first = await redeem(other.origin, code)
    const stolen: string = JSON.parse(first.body).value.token
    expect((await call(other.origin, 'begin', stolen)).status).toBe(200)

    expect(await redeem(other.origin, code)).toMatchObject({
      status: 401,
      body: '{"ok":false,"error":"used"}',
    })
    expect((await call(other.origin, 'begin', stolen)).status).toBe(401)
    expect((await call(other.origin, 'session', stolen)).status).toBe(401)
    expect(other.noticed).toEqual(['opened', 'used twice', 'empty'])
    expect(other.desk.closed).toEqual([1])
    expect(other.log.join('\n')).not.toContain(code)
    await other.close()
  })

  it('is burnt by a wrong one; the next address is good', async () => {
    const other = await listening()
    const code = codeOf(other.newAddress())
    const unknown = { status: 401, body: '{"ok":false,"error":"unknown"}' }
    expect(await redeem(other.origin, 'x'.repeat(43))).toMatchObject(unknown)
    expect(await redeem(other.origin, code)).toMatchObject({
      status: 401,
      body: '{"ok":false,"error":"expired"}',
    })
    expect((await redeem(other.origin, codeOf(other.newAddress()))).status).toBe(200)
    await other.close()
  })
})

/** Every answer carries the headers, none a cookie or a permission for other origins. */
function expectHardened(answer: Answer): void {
  const headers = Object.fromEntries(
    Object.keys(SECURITY_HEADERS).map((name) => [name, answer.headers[name.toLowerCase()]]),
  )
  expect(headers).toEqual(SECURITY_HEADERS)
  expect(answer.headers['cache-control']).toBe('no-store')
  const names = Object.keys(answer.headers).filter((name) => /cookie|access-control/.test(name))
  expect(names).toEqual([])
}

/** Writes bytes to the port and returns all that comes back until the other side hangs up. */
function rawExchange(words: string, address = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket({ host: address, port: host.port }, () => socket.write(words))
    let back = ''
    socket.on('data', (chunk) => {
      back += chunk.toString()
    })
    socket.on('close', () => resolve(back))
    socket.on('error', reject)
  })
}
