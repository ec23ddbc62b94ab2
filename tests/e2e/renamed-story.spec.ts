import { rename } from 'node:fs/promises'
import path from 'node:path'
import { DeskApp } from './desk-app.ts'
import { discard, freshFixtures, ServedGalley } from './served-galley.ts'
import { expect, test } from './test.ts'

test('a renamed story is offered the annotations that it left behind, and keeps them', async ({ page }) => {
  const folder = await freshFixtures()
  const name = 'tunnel-final.txt'
  await rename(path.join(folder, 'harbour-tunnel.txt'), path.join(folder, name))
  const galley = await ServedGalley.start({ story: name, folder })
  const desk = new DeskApp(page, galley)
  await desk.start()
  await desk.opened()
  await expect(
    page.getByText(/Annotations of “harbour-tunnel\.txt” lie in this folder and fit this story: .*all found/),
  ).toBeVisible()
  await expect(desk.marks()).toHaveCount(0)
  expect(await desk.axe()).toEqual([])
  await desk.tabTo(page.getByRole('button', { name: 'Take them over' }))
  await desk.keys('Enter')
  await expect.poll(() => desk.marks().count()).toBeGreaterThan(10)
  await expect(page.getByRole('button', { name: 'Take them over' })).toBeHidden()
  await desk.saved()
  const [sidecar] = await desk.sidecars(name)
  expect(sidecar?.['galley:adopts']).toHaveLength(2)
  expect(desk.problems).toEqual([])
  await galley.stop()
  await Promise.all([discard(path.dirname(folder)), discard(galley.dataFolder)])
})
