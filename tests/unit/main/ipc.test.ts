import { describe, expect, it } from 'vitest'
import { connectCalls } from '../../../electron/main/ipc.ts'
import { methods } from '../../../shared/desk/methods.ts'
import { ok } from '../../../shared/result.ts'

const ORIGIN = 'app://bundle'
const page = { parent: null, origin: ORIGIN }
const window = { name: 'window' }

/** A switchboard with one window; `asked` is what reached the desk, `told` what was told about answers. */
function switchboard() {
  const handlers = new Map<string, (event: unknown, input: unknown) => unknown>()
  const asked: unknown[] = []
  const told: unknown[] = []
  Reflect.apply(connectCalls, undefined, [
    { handle: (channel: string, handler: () => unknown) => handlers.set(channel, handler) },
    {
      origin: ORIGIN,
      clientOf: (sender: unknown) =>
        sender === window
          ? {
              answer: async (...call: unknown[]) => {
                asked.push(call)
                return ok('done')
              },
            }
          : undefined,
      answered: (...news: unknown[]) => told.push(news),
    },
  ])
  const call = (method: string, event: unknown, input: unknown = {}) => handlers.get(method)?.(event, input)
  return { handlers, asked, told, call }
}

describe('the switchboard', () => {
  it('has one handler per method of the desk and no other', () => {
    expect([...switchboard().handlers.keys()].sort()).toEqual(Object.keys(methods).sort())
  })

  it('passes a call of the page on, as what the method list says it is', async () => {
    const { call, asked, told } = switchboard()
    expect(await call('closeStory', { sender: window, senderFrame: page }, { story: 's1' })).toEqual(
      ok('done'),
    )
    expect(await call('openDropped', { sender: window, senderFrame: page }, { path: '/a' })).toEqual(
      ok('done'),
    )
    expect(asked).toEqual([
      ['closeStory', { story: 's1' }, 'page'],
      ['openDropped', { path: '/a' }, 'preload'],
    ])
    expect(told).toEqual([
      [window, 'closeStory', ok('done')],
      [window, 'openDropped', ok('done')],
    ])
  })

  it.each([
    ['another origin', { sender: window, senderFrame: { parent: null, origin: 'https://example.org' } }],
    ['an opaque origin', { sender: window, senderFrame: { parent: null, origin: 'null' } }],
    ['a look-alike', { sender: window, senderFrame: { parent: null, origin: 'app://bundle.evil' } }],
    ['a frame inside the page', { sender: window, senderFrame: { parent: page, origin: ORIGIN } }],
    ['a frame that is gone', { sender: window, senderFrame: null }],
    ['a window that is not ours', { sender: {}, senderFrame: page }],
  ])('refuses %s, and the desk never hears of it', async (_who, event) => {
    const { call, asked, told } = switchboard()
    expect(await call('begin', event)).toEqual({ ok: false, error: { kind: 'forbidden' } })
    expect([asked, told]).toEqual([[], []])
  })
})
