import type { WrongUse } from './io.ts'

/** The one story that a command works on. */
export function oneStory(words: readonly string[]): string | WrongUse {
  const [story, ...more] = words
  if (story === undefined) return { wrongUse: 'Name the story.' }
  return more.length === 0 ? story : { wrongUse: `One story at a time, not also ${more.join(', ')}.` }
}

/** The stories that a command works on, at least one. */
export function someStories(words: readonly string[]): readonly string[] | WrongUse {
  return words.length === 0 ? { wrongUse: 'Name at least one story.' } : words
}
