import path from 'node:path'
import { test as base, expect } from '@playwright/test'
import { DeskApp } from './desk-app.ts'
import { discard, freshFixtures, ServedGalley } from './served-galley.ts'

interface Desk {
  /** Story of the fixtures to start with; null: the welcome page. */
  story: string | null
  galley: ServedGalley
  desk: DeskApp
}

/** A test with a Galley of its own. Any console error, policy violation or outside request fails it. */
export const test = base.extend<Desk>({
  story: ['harbour-tunnel.txt', { option: true }],
  galley: async ({ story }, use) => {
    const folder = await freshFixtures()
    const galley = await ServedGalley.start({ story, folder })
    await use(galley)
    await galley.stop()
    await Promise.all([discard(path.dirname(folder)), discard(galley.dataFolder)])
  },
  desk: async ({ page, galley }, use) => {
    const desk = new DeskApp(page, galley)
    await use(desk)
    expect(desk.problems).toEqual([])
  },
})

export { expect }
