import { seededRandom } from './random.ts'

/** The story with a share of its words replaced, left out or doubled, and three paragraphs of a hundred moved. */
export function rewriteStory(text: string, share = 0.05, seed = 23): string {
  const random = seededRandom(seed)
  const paragraphs = text.split('\n\n').map((paragraph) =>
    paragraph
      .split(' ')
      .flatMap((word) => {
        if (random() >= share) return [word]
        const what = random()
        return what < 0.33 ? [] : what < 0.66 ? [word, 'also'] : [`re${word}`]
      })
      .join(' '),
  )
  const moves = Math.round(paragraphs.length * 0.03)
  for (let move = 0; move < moves; move += 1) {
    const [moved = ''] = paragraphs.splice(1 + Math.floor(random() * (paragraphs.length - 1)), 1)
    paragraphs.splice(1 + Math.floor(random() * paragraphs.length), 0, moved)
  }
  return paragraphs.join('\n\n')
}
