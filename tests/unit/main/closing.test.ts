import { describe, expect, it } from 'vitest'
import { type CloseAnswer, closeGuard } from '../../../electron/main/closing.ts'

const NEVER = new Promise<never>(() => {})
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** A guard whose flushes and answers are given in order; `log` holds what it did. */
function closing(flushes: readonly (boolean | 'hangs' | 'throws')[], answers: readonly CloseAnswer[] = []) {
  const log: string[] = []
  const left = [...flushes]
  const given = [...answers]
  let expire = () => {}
  const guard = closeGuard({
    flush() {
      log.push('flush')
      const outcome = left.shift()
      if (outcome === 'hangs') return NEVER
      return outcome === 'throws' ? Promise.reject(new Error('gone')) : Promise.resolve(outcome === true)
    },
    async ask() {
      log.push('ask')
      return given.shift() ?? 'cancel'
    },
    close: () => log.push('close'),
    quit: () => log.push('quit'),
    wait: (milliseconds) =>
      new Promise((resolve) => {
        expire = () => {
          log.push(`after ${milliseconds} ms`)
          resolve()
        }
      }),
  })
  return { guard, log, expire: () => expire() }
}

describe('closing a window', () => {
  it('lets it go when nothing can be lost', async () => {
    const { guard, log } = closing([])
    expect(guard.closeRequested(false)).toBe(false)
    await settled()
    expect(log).toEqual([])
  })

  it.each([
    ['closes after the flush', [true], [], ['flush', 'close']],
    ['asks when the flush fails, and stays', [false], ['cancel'], ['flush', 'ask']],
    ['asks when the flush throws', ['throws'], ['cancel'], ['flush', 'ask']],
    ['closes without saving when told to', [false], ['discard'], ['flush', 'ask', 'close']],
    ['saves again when told to', [false, true], ['save'], ['flush', 'ask', 'flush', 'close']],
    [
      'asks as often as saving fails',
      [false, false],
      ['save', 'discard'],
      ['flush', 'ask', 'flush', 'ask', 'close'],
    ],
  ] as const)('%s', async (_what, flushes, answers, expected) => {
    const { guard, log } = closing(flushes, answers)
    expect(guard.closeRequested(true)).toBe(true)
    await settled()
    expect(log).toEqual(expected)
  })

  it('asks when the flush hangs for four seconds', async () => {
    const { guard, log, expire } = closing(['hangs'], ['discard'])
    guard.closeRequested(true)
    await settled()
    expect(log).toEqual(['flush'])
    expire()
    await settled()
    expect(log).toEqual(['flush', 'after 4000 ms', 'ask', 'close'])
  })

  it('flushes once however often the window is told to close, then lets it go', async () => {
    const { guard, log } = closing([true])
    expect([guard.closeRequested(true), guard.closeRequested(true), guard.closeRequested(false)]).toEqual([
      true,
      true,
      true,
    ])
    await settled()
    expect(log).toEqual(['flush', 'close'])
    expect(guard.closeRequested(true)).toBe(false)
  })

  it('goes on with a quit that it had stopped', async () => {
    const { guard, log } = closing([true])
    guard.quitRequested()
    guard.closeRequested(true)
    await settled()
    expect(log).toEqual(['flush', 'quit'])
  })

  it('forgets a quit that the person cancelled', async () => {
    const { guard, log } = closing([false, true], ['cancel'])
    guard.quitRequested()
    guard.closeRequested(true)
    await settled()
    guard.closeRequested(true)
    await settled()
    expect(log).toEqual(['flush', 'ask', 'flush', 'close'])
  })

  it('holds nothing up when the computer shuts down, not even a flush that runs', async () => {
    const { guard, log } = closing([true])
    guard.closeRequested(true)
    guard.letGo()
    expect(guard.closeRequested(true)).toBe(false)
    await settled()
    expect(log).toEqual(['flush'])
  })
})
