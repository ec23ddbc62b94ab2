import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EditorHandle } from '../../../renderer/editor/handle.ts'
import type { TextSave } from '../../../renderer/state/model.ts'
import { createStorySync } from '../../../renderer/state/story-sync.ts'
import type { StoryVersion, TextSaved } from '../../../shared/desk/contract-text.ts'
import { err, ok } from '../../../shared/result.ts'
import { readStory } from '../../../shared/story/read-story.ts'
import type { Story } from '../../../shared/story/story.ts'
import { storyWithout } from '../../../shared/story/without-spans.ts'
import type { Span } from '../../../shared/units.ts'
import { noon, sha256 } from '../../helpers/annotation.ts'
import { HandDesk, settle } from '../../helpers/hand-desk.ts'
import { anOpenedStory } from '../../helpers/opened-story.ts'

const version = (n: number, text: string): StoryVersion => ({
  story: readStory('council.txt', text),
  encoding: 'UTF-8',
  lineEnds: 'LF',
  fileSha256: sha256(n),
  textSha256: sha256(n),
  editing: { can: true, fixed: [] },
})
const saved = (n: number, text: string): TextSaved => ({
  version: version(n, text),
  places: [],
  layers: [],
  save: { kind: 'saved', at: noon },
})
const opened = anOpenedStory(version(1, 'The mayor resigned.'))

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** A window whose editor shows what it was told last, and whose desk the test plays. */
function open() {
  const hand = new HandDesk()
  let shown: Story = opened.story
  const states: TextSave['kind'][] = []
  const said: string[] = []
  const editor = {
    story: () => shown,
    places: () => [],
    cut: (spans: readonly Span[]) => {
      const { text, blocks, marks } = storyWithout(shown, spans)
      shown = { ...shown, text, blocks, marks }
    },
    follow: async ({ story }: { readonly story: Story }) => {
      shown = story
    },
  } satisfies Partial<EditorHandle>
  const sync = createStorySync(opened, {
    desk: hand.desk,
    editor: () => editor as unknown as EditorHandle,
    onVersion: () => {},
    onTextSave: (state) => states.push(state.kind),
    onFollowing: () => {},
    onSave: () => {},
    fail: (failure) => said.push(failure.kind),
    announce: (text) => said.push(text),
  })
  return {
    hand,
    sync,
    states,
    said,
    shown: () => shown.text,
    type(text: string) {
      shown = readStory('council.txt', text)
      sync.textChanged()
    },
    typeMarkdown(text: string) {
      shown = { ...readStory('council.txt', text), format: 'md' }
      sync.textChanged()
    },
    /** Elsewhere the file got another text. */
    elsewhere: (n: number, text: string) =>
      sync.changedElsewhere({ story: opened.id, version: version(n, text), places: [], layers: [] }),
    async pause() {
      vi.advanceTimersByTime(1000)
      await settle()
    },
  }
}

describe('the story on the screen and the story in the file', () => {
  it('are the same again after a pause of typing, written once', async () => {
    const { hand, sync, states, type, pause } = open()
    type('The mayor resigned on F')
    type('The mayor resigned on Friday.')
    expect([hand.calls, sync.isDirty()]).toEqual([[], true])
    await pause()
    expect(hand.open[0]?.input).toMatchObject({
      base: sha256(1),
      edited: { text: 'The mayor resigned on Friday.' },
    })
    await hand.succeed(saved(2, 'The mayor resigned on Friday.'))
    expect([hand.calls, states.at(-1), sync.isDirty()]).toEqual([['saveText'], 'same', false])
    expect(sync.version().fileSha256).toBe(sha256(2))
  })

  it('go on from the written version with what was typed meanwhile, and nothing typed is taken back', async () => {
    const { hand, shown, type, pause } = open()
    type('One.')
    await pause()
    type('One. Two.')
    await hand.succeed(saved(2, 'One.'))
    expect(shown()).toBe('One. Two.')
    await pause()
    expect(hand.open[0]?.input).toMatchObject({ base: sha256(2), edited: { text: 'One. Two.' } })
  })

  it('follow the file while nothing is typed', async () => {
    const { sync, elsewhere, shown, hand } = open()
    elsewhere(5, 'The mayor stayed.')
    await sync.settled()
    expect([shown(), sync.version().fileSha256, hand.calls]).toEqual(['The mayor stayed.', sha256(5), []])
  })

  it('are two to choose from when both changed, and neither is lost', async () => {
    const { hand, sync, states, said, elsewhere, shown, type, pause } = open()
    type('Mine.')
    elsewhere(5, 'Theirs.')
    expect([shown(), states.at(-1)]).toEqual(['Mine.', 'not-saved'])
    type('Mine, longer.')
    await pause()
    expect([hand.calls, await sync.flush()]).toEqual([
      [],
      err({ kind: 'text-conflict', file: 'council.txt' }),
    ])
    const chosen = sync.keepBoth('disk')
    expect(hand.open[0]?.input).toMatchObject({
      base: sha256(1),
      edited: { text: 'Mine, longer.' },
      goOn: 'disk',
    })
    await hand.succeed({ ...saved(5, 'Theirs.'), copy: 'council (Jane Doe’s text).txt' })
    await chosen
    await sync.settled()
    expect([shown(), states.at(-1), sync.isDirty()]).toEqual(['Theirs.', 'same', false])
    expect(said).toEqual(['The other text is kept as council (Jane Doe’s text).txt'])
  })

  it('stay apart while it can’t be written, and the next word typed tries again', async () => {
    const { hand, sync, states, type, pause } = open()
    type('| a |')
    await pause()
    await hand.refuse({ kind: 'text-differs', file: 'council.txt', words: '| a |' })
    expect([states.at(-1), sync.isDirty()]).toEqual(['not-saved', true])
    type('a')
    await pause()
    await hand.succeed(saved(2, 'a'))
    expect(await sync.flush()).toEqual(ok(null))
  })

  it('may differ by a blank that Markdown can’t hold, until something needs them to be the same', async () => {
    const { hand, sync, states, shown, typeMarkdown, pause } = open()
    typeMarkdown('The mayor resigned ')
    await pause()
    expect(hand.open[0]?.input).toMatchObject({ edited: { text: 'The mayor resigned' } })
    await hand.succeed(saved(2, 'The mayor resigned'))
    expect([shown(), states.at(-1), sync.isSettled()]).toEqual(['The mayor resigned ', 'same', false])
    expect(await sync.flush()).toEqual(ok(null))
    expect([shown(), sync.isSettled(), hand.calls]).toEqual(['The mayor resigned', true, ['saveText']])
  })

  it('are brought together before anything that needs it', async () => {
    const { hand, sync, type } = open()
    type('One.')
    const flushed = sync.flush()
    await settle()
    expect(hand.calls).toEqual(['saveText'])
    await hand.succeed(saved(2, 'One.'))
    expect(await flushed).toEqual(ok(null))
  })
})
