import { pick, seededRandom } from './random.ts'

// Short function words make up about half of running English; the rest is news vocabulary with some rare names.
const common =
  'the of to and in a that for on was is with by at from as it said be has an this were had not'.split(' ')
const news =
  'council harbour tunnel pump engineer minister budget vote flood repair official report crew station bridge court police witness statement storm river market price strike union school hospital clinic railway ferry storage contract inspector review deadline evidence hearing mayor district northern eastern public private annual second early closed opened expected approved delayed promised'.split(
    ' ',
  )
const names = 'Lind Okafor Haddad Brandt Arden Marsh Velora Tamsin Iversen Quill Sorrel Penhale'.split(' ')
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** A plain-text story of about `words` words: a headline, then paragraphs of 3–6 sentences, blank lines between. */
export function makeStory(words: number, seed = 7): string {
  const random = seededRandom(seed)
  const paragraphs = ['Harbour tunnel reopens after eleven weeks of flood repairs']
  let written = 8
  while (written < words) {
    const sentences: string[] = []
    const count = 3 + Math.floor(random() * 4)
    for (let s = 0; s < count && written < words; s += 1) {
      const length = 8 + Math.floor(random() * 18)
      const sentence = Array.from({ length }, () => {
        const draw = random()
        return draw < 0.48 ? pick(random, common) : draw < 0.95 ? pick(random, news) : pick(random, names)
      })
      written += length
      sentences.push(`${capital(sentence.join(' '))}.`)
    }
    paragraphs.push(sentences.join(' '))
  }
  return `${paragraphs.join('\n\n')}\n`
}

/** UTF-16 offsets of a mark and the key digit of its tag. */
export interface MadeMark {
  readonly start: number
  readonly end: number
  readonly tag: 'fact' | 'assessment' | 'attribution' | 'photo-caption'
}

const tags = ['fact', 'assessment', 'attribution', 'photo-caption'] as const

/** `count` marks spread over the text, of whole words, about 15 % of them overlapping the one before. */
export function makeMarks(text: string, count: number, seed = 11): MadeMark[] {
  const random = seededRandom(seed)
  const words = [...text.matchAll(/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const stride = words.length / count
  const longest = Math.max(1, Math.min(20, Math.floor(stride * 0.85)))
  return Array.from({ length: count }, (_, index) => {
    const first = Math.min(words.length - 1, Math.floor(index * stride))
    const overlaps = random() < 0.15
    const length = overlaps ? Math.ceil(stride * 1.4) : 1 + Math.floor(random() * longest)
    let last = Math.min(words.length - 1, first + length - 1)
    // A mark made by hand rarely crosses paragraphs; neither do these.
    while (last > first && text.slice(words[first]?.end, words[last]?.start).includes('\n\n')) last -= 1
    return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 1, tag: pick(random, tags) }
  })
}
