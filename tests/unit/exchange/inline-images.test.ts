import { expect, it } from 'vitest'
import { takeInlineImages } from '../../../electron/exchange/reading/inline-images.ts'
import { textOffset } from '../../../shared/units.ts'
import { story } from '../../helpers/story.ts'

const base = story('Two boats').story
const withImages = (...sources: string[]) => ({
  ...base,
  images: sources.map((source, at) => ({ at: textOffset(at), source })),
})

it('takes the pictures out of a story that are in it as bytes, the same ones once', () => {
  const png = `data:image/png;base64,${Buffer.from('boat').toString('base64')}`
  const taken = takeInlineImages(withImages(png, 'boat.jpg', png, 'data:image/gif,GIF%2089a'))
  expect(taken.story.images.map(({ source }) => source)).toEqual([
    'inline picture 1',
    'boat.jpg',
    'inline picture 1',
    'inline picture 2',
  ])
  expect(taken.images).toEqual([
    { source: 'inline picture 1', mediaType: 'image/png', bytes: new Uint8Array(Buffer.from('boat')) },
    { source: 'inline picture 2', mediaType: 'image/gif', bytes: new Uint8Array(Buffer.from('GIF 89a')) },
  ])
})

it('takes broken ones as no bytes', () => {
  const { images } = takeInlineImages(withImages('data:image/png;base64,%E0%A4%A', 'data:'))
  expect(images.map(({ bytes }) => bytes.length)).toEqual([0, 0])
})

it('leaves a story without any as it is', () => {
  const plain = withImages('https://example.org/a.png', 'boat.jpg')
  expect(takeInlineImages(plain)).toEqual({ story: plain, images: [] })
})
