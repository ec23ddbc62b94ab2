import type { Story } from '../../../shared/story/story.ts'

/** What breaks the rules of Story.blocks, marks and images, one line each; empty: nothing. */
export function tiles(story: Story): readonly string[] {
  const wrong: string[] = []
  let expected = 0
  for (const { kind, start, end } of story.blocks) {
    if (start !== expected || end < start) wrong.push(`${kind} ${start}–${end} should start at ${expected}`)
    if (end < story.text.length && story.text[end] !== '\n')
      wrong.push(`no line end after ${kind} ${start}–${end}`)
    expected = end + 1
  }
  if (expected !== story.text.length + 1) wrong.push(`blocks end at ${expected - 1} of ${story.text.length}`)
  let last = 0
  for (const { kind, start, end } of story.marks) {
    if (start < last || end <= start || end > story.text.length) wrong.push(`${kind} mark ${start}–${end}`)
    last = start
  }
  for (const { at } of story.images) {
    if (!story.blocks.some((block) => block.kind === 'image' && block.start === at))
      wrong.push(`image at ${at}`)
  }
  return wrong
}
