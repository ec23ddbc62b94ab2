import { expect, test } from 'vitest'
import { paced } from '../../../renderer/ui/paced.ts'

/** A source of changes and a clock, both run by hand. */
function byHand() {
  const changed: (() => void)[] = []
  const later: (() => void)[] = []
  const heard: string[] = []
  const subscribe = paced(
    (listener) => {
      changed.push(listener)
      return () => undefined
    },
    (run) => later.push(run),
  )
  return {
    heard,
    listen: (name: string) => subscribe(() => heard.push(name)),
    change: () => changed.forEach((tell) => void tell()),
    nextFrame: () => later.splice(0).forEach((run) => void run()),
  }
}

test('many changes before a frame are told once, after it', () => {
  const { heard, listen, change, nextFrame } = byHand()
  listen('status bar')
  listen('cards')
  change()
  change()
  expect(heard).toEqual([])
  nextFrame()
  expect(heard).toEqual(['status bar', 'cards'])
  nextFrame()
  expect(heard).toEqual(['status bar', 'cards'])
})

test('a change after the frame is told again', () => {
  const { heard, listen, change, nextFrame } = byHand()
  listen('cards')
  change()
  nextFrame()
  change()
  nextFrame()
  expect(heard).toEqual(['cards', 'cards'])
})

test('who stopped listening hears nothing more', () => {
  const { heard, listen, change, nextFrame } = byHand()
  const stop = listen('cards')
  change()
  stop()
  nextFrame()
  expect(heard).toEqual([])
})
