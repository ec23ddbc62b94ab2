import { execFileSync } from 'node:child_process'
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { pictureType } from '../../electron/storage/picture-kind.ts'
import { readPicture } from '../../electron/storage/story-picture.ts'
import { isRemoteImage } from '../../shared/story/image-source.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const bytes = (content: string) => Buffer.from(content, 'latin1')
const PNG = bytes('\x89PNG\r\n\x1a\n…')

describe('the kind of a picture', () => {
  it.each([
    ['PNG', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['JPEG', '\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['GIF', 'GIF89a', 'image/gif'],
    ['WebP', 'RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
    ['AVIF', '\0\0\0\x20ftypavif\0\0\0\0avifmif1', 'image/avif'],
    ['AVIF among its compatible brands', '\0\0\0\x20ftypmif1\0\0\0\0mif1avif', 'image/avif'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', null],
    ['a video', '\0\0\0\x20ftypisom\0\0\x02\0isomiso2', null],
    ['a sound', 'RIFF\x10\0\0\0WAVEfmt ', null],
    ['nothing', '', null],
  ])('of %s', (_, head, expected) => {
    expect(pictureType(bytes(head))).toBe(expected)
  })
})

describe('the source of a picture', () => {
  it.each([
    ['https://example.org/a.png', true],
    ['//example.org/a.png', true],
    ['\\\\server\\share\\a.png', true],
    ['data:image/png;base64,AA', false],
    ['cid:1', true],
    ['a.png', false],
    ['a:b/c.png', false],
    ['file:///etc/passwd', false],
    ['word/media/image1.png', false],
  ])('%s is on the network: %s', (source, expected) => {
    expect(isRemoteImage(source)).toBe(expected)
  })
})

describe('a picture beside its story', () => {
  /** A folder of stories, with a secret beside it. */
  function folderWithPictures(): string {
    const root = realpathSync(tempFolder())
    const folder = path.join(root, 'stories')
    mkdirSync(path.join(folder, 'quay files'), { recursive: true })
    writeFileSync(path.join(root, 'secret.png'), PNG)
    writeFileSync(path.join(folder, 'quay files', 'photo.png'), PNG)
    writeFileSync(path.join(folder, '100%.png'), PNG)
    writeFileSync(path.join(folder, 'page.png'), '<svg/>')
    symlinkSync(path.join(root, 'secret.png'), path.join(folder, 'link.png'))
    symlinkSync('quay files/photo.png', path.join(folder, 'inner.png'))
    execFileSync('mkfifo', [path.join(folder, 'pipe.png')])
    closeSync(openSync(path.join(folder, 'large.png'), 'w'))
    const large = openSync(path.join(folder, 'large.png'), 'r+')
    ftruncateSync(large, 30_000_001)
    closeSync(large)
    return folder
  }

  it.each([
    'quay files/photo.png',
    'quay%20files/photo.png',
    './quay%20files/photo.png?w=600',
    '100%.png',
    'inner.png',
  ])('is read: %s', async (source) => {
    expect(await readPicture(folderWithPictures(), source)).toEqual({
      ok: true,
      value: { mediaType: 'image/png', bytes: PNG },
    })
  })

  it.each([
    ['../secret.png', 'image-outside'],
    ['%2e%2e/secret.png', 'image-outside'],
    ['quay files/../../secret.png', 'image-outside'],
    ['../no-such.png', 'image-outside'],
    ['/etc/passwd', 'image-outside'],
    ['file:///etc/passwd', 'image-outside'],
    ['C:\\secret.png', 'image-outside'],
    ['link.png', 'image-outside'],
    ['.', 'image-outside'],
    ['', 'image-outside'],
    ['gone.png', 'image-missing'],
    ['photo\0.png', 'image-missing'],
    ['quay files', 'image-unknown'],
    ['page.png', 'image-unknown'],
    ['pipe.png', 'image-unknown'],
    ['large.png', 'image-too-large'],
    ['https://example.org/a.png', 'image-remote'],
  ])('is refused: %j, %s', async (source, kind) => {
    expect(await readPicture(folderWithPictures(), source)).toMatchObject({ error: { kind, file: source } })
  })
})
