import { InputMethod } from './input-method.ts'
import { spanOf } from './pointer.ts'
import { boxOf } from './story-places.ts'
import { expect, test } from './test.ts'

const STORY = 'port-talks.ar.txt'
test.use({ story: STORY })

// The Arabic keyboard (101 keys): what stands on the keys that carry these Latin letters elsewhere.
const arabic = { J: 'ت', C: 'ؤ', Q: 'ض', G: 'ل', K: 'ن', W: 'ص' } as const

test('an Arabic story is marked with an Arabic keyboard', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  const hand = await InputMethod.in(page)
  const letter = (key: keyof typeof arabic) => hand.key(arabic[key], `Key${key}`)
  const digit = (value: number) => hand.key('٠١٢٣٤٥٦٧٨٩'.charAt(value), `Digit${value}`)
  const selected = (words: string | RegExp) => expect.poll(() => desk.selectedText()).toMatch(words)

  await desk.keys('Control+Home')
  await letter('J')
  await selected(/^مفاوضات الميناء تُستأنف الاثنين$/)
  await letter('J')
  await letter('K')
  await digit(1)
  const { start } = await spanOf(desk, 'قال مسؤول في هيئة')
  await desk.selectRange(start, start)
  await letter('C')
  await selected(/^قال مسؤول في هيئة ميناء مرسى النور يوم الخميس$/)
  await digit(3)
  const quotation = '«لم نُضرب، بل طُلب منا أن نعمل بنصف العدد»'
  const place = await spanOf(desk, quotation)
  await desk.selectRange(place.start + 3, place.start + 3)
  await letter('Q')
  await selected(quotation)
  await digit(2)

  // By letters of the script, without vowel points.
  await letter('G')
  await expect(page.getByTestId('page-sign')).toContainText('Jump to a word')
  for (const [key, code] of [
    ['ر', 'KeyV'],
    ['ا', 'KeyH'],
    ['ف', 'KeyT'],
    ['ع', 'KeyU'],
    ['ا', 'KeyH'],
    ['ت', 'KeyJ'],
  ] as const) {
    await hand.key(key, code)
  }
  // The word stands in sight twice, so each place has a digit, of the same keyboard.
  const cranes = await spanOf(desk, 'رافعات متوقفة')
  await expect(page.getByTestId('jump-label')).toHaveCount(2)
  await digit(Number(await desk.jumpLabelAt({ start: cranes.start, end: cranes.start + 'رافعات'.length })))
  await expect.poll(() => desk.selection()).toMatchObject({ start: cranes.start, end: cranes.start })
  await letter('W')
  await selected(/^رافعات$/)
  await digit(4)

  // Left is on in the text here: the end goes there, by a letter and by a word.
  // On this key lies a ligature, which XKB gives as one character.
  await hand.key('\ufef5', 'KeyB', { shift: true })
  await desk.caughtUp()
  await expect(page.getByTestId('page-sign')).toContainText('End of Photo caption')
  const endAt = async (end: number) => (await boxOf(desk.story, { start: end - 1, end }))?.left ?? Number.NaN
  const before = await endAt(cranes.start + 'رافعات'.length)
  await desk.keys('Control+ArrowLeft')
  await expect.poll(() => desk.markedWords()).toContain('رافعات متوقفة')
  expect(await endAt(cranes.end)).toBeLessThan(before)
  await desk.keys('ArrowRight')
  await expect.poll(() => desk.markedWords()).toContain('رافعات متوقف')
  await desk.keys('ArrowLeft', 'Enter')

  expect(await desk.savedMarks(STORY)).toEqual([
    'fact: مفاوضات الميناء تُستأنف الاثنين',
    'photo-caption: رافعات متوقفة',
    'attribution: قال مسؤول في هيئة ميناء مرسى النور يوم الخميس',
    `assessment: ${quotation}`,
  ])
})
