import { expect, it, vi } from 'vitest'
import { createStoryPictures } from '../../../renderer/state/story-pictures.ts'
import { err, ok } from '../../../shared/result.ts'
import type { StoryId } from '../../../shared/units.ts'

const story = 'a' as StoryId

it('asks for each picture of a story once, and gives it back when the story is closed', async () => {
  const revoked = vi.spyOn(URL, 'revokeObjectURL')
  const asked: string[] = []
  const pictures = createStoryPictures(
    {
      async storyImage({ source }) {
        asked.push(source)
        return ok({ mediaType: 'image/png', base64: btoa('\x89PNG') })
      },
    },
    story,
  )
  const [first, again] = await Promise.all([pictures.show('quay.png'), pictures.show('quay.png')])
  expect([asked, again]).toEqual([['quay.png'], first])
  if (!('url' in first)) throw new Error('no picture')
  const response = await fetch(first.url)
  expect([response.headers.get('content-type'), (await response.arrayBuffer()).byteLength]).toEqual([
    'image/png',
    4,
  ])
  pictures.forget()
  await vi.waitFor(() => expect(revoked).toHaveBeenCalledWith(first.url))
})

it('says why a picture can’t be shown', async () => {
  const pictures = createStoryPictures(
    { storyImage: async ({ source }) => err({ kind: 'image-missing', file: source }) },
    story,
  )
  expect(await pictures.show('gone.png')).toEqual({
    problem: 'The picture “gone.png” is not there. Put it where the story says to see it here.',
  })
})
