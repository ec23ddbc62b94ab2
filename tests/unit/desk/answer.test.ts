import { describe, expect, it } from 'vitest'
import { makeAnswer } from '../../../electron/desk/answer.ts'
import type { DeskApi } from '../../../shared/desk/contract.ts'
import { methods } from '../../../shared/desk/methods.ts'
import { ok } from '../../../shared/result.ts'

/** A desk that notes which method ran with what. */
function noting(ran: [string, unknown][], log: (error: unknown) => void = () => {}) {
  const api = Object.fromEntries(
    Object.keys(methods).map((method) => [
      method,
      async (input: unknown) => {
        ran.push([method, input])
        return ok(null)
      },
    ]),
  ) as unknown as DeskApi
  return makeAnswer(api, log)
}

describe('the door of the desk', () => {
  it('lets a checked call in', async () => {
    const ran: [string, unknown][] = []
    expect(await noting(ran)('openStory', { story: 'a' }, 'page')).toEqual({ ok: true, value: null })
    expect(ran).toEqual([['openStory', { story: 'a' }]])
  })

  it.each([
    ['a method that is none', 'format', {}, 'page', 'unknown-method'],
    ['a member of every object', 'toString', {}, 'page', 'unknown-method'],
    ['a method of the preload from the page', 'openDropped', { path: '/a.txt' }, 'page', 'forbidden'],
    ['a missing argument', 'openStory', {}, 'page', 'bad-request'],
    ['an argument too many', 'begin', { more: 1 }, 'page', 'bad-request'],
    ['an argument of another type', 'setAside', { story: 'a', file: 7 }, 'page', 'bad-request'],
    [
      'more changes than anybody makes',
      'changeAnnotations',
      { story: 'a', changes: Array(50_001).fill({}) },
      'page',
      'bad-request',
    ],
  ] as const)('keeps %s out', async (_name, method, input, from, kind) => {
    const ran: [string, unknown][] = []
    expect(await noting(ran)(method, input, from)).toMatchObject({ ok: false, error: { kind } })
    expect(ran).toEqual([])
  })

  it('lets the preload call its own method', async () => {
    expect(await noting([])('openDropped', { path: '/a.txt' }, 'preload')).toEqual({ ok: true, value: null })
  })

  it('throws nothing out: what went wrong inside is logged, and answered as such', async () => {
    const logged: unknown[] = []
    const broken = new Error('inside')
    const api = { begin: () => Promise.reject(broken) } as unknown as DeskApi
    const answer = makeAnswer({ ...api }, (error) => logged.push(error))
    expect(await answer('begin', {}, 'page')).toEqual({ ok: false, error: { kind: 'internal' } })
    expect(logged).toEqual([broken])
  })
})
