import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStory } from '../../../shared/story/read-story.ts'
import {
  blockSentences,
  bodySentences,
  sentenceAt,
  sentenceBefore,
  sentenceFrom,
  sentencesIn,
} from '../../../shared/story/sentences.ts'
import { type Span, textOffset } from '../../../shared/units.ts'

/** Each case is one block, its sentences divided by `|` (which no case holds otherwise). */
const cases: readonly (readonly [string, string])[] = [
  ['plain sentences', 'The tunnel is closed.|It will stay so.'],
  ['one without a full stop', 'The tunnel is closed'],
  ['one sign, many signs', 'Stop!|Really?!|No!!!|Yes.'],
  ['titles', 'Gen. Jane Doe met Lt. Col. John Roe and Sen. Ann Poe.|They talked.'],
  ['Mr., Mrs., Ms., Dr., Prof.', 'Mr. and Mrs. Doe saw Dr. Roe, Ms. Poe and Prof. Moe.'],
  ['a title before an opener', 'Gov. The Honourable Jane Doe spoke.'],
  ['St. as saint', 'They met at St. Mary Hospital.|Then they left.'],
  ['St. as street', 'He lives on Main St.|The house is old.'],
  ['U.S. before a name', 'The U.S. Senate voted.'],
  ['U.S. before an opener', 'He came back to the U.S.|The vote was lost.'],
  ['U.S. before lower case', 'The U.S. economy grew.'],
  ['U.S.-led', 'A U.S.-led force came.|It left.'],
  ['U.N. and D.C.', 'The U.N. Security Council met in Washington D.C. on Friday.'],
  ['Ph.D.', 'She has a Ph.D. in physics.|He has a Ph.D.|They met.'],
  ['a.m. before a weekday', 'It closed at 5 a.m. Friday.|It rained.'],
  ['a.m. before a zone', 'It closed at 5 a.m. EST and opened at 6 p.m. GMT.'],
  ['a.m. at the end', 'It closed at 5 a.m.|Officials said so.'],
  ['a.m. before lower case', 'It closed at 5 a.m. on Friday.'],
  ['month before a day', 'It closed on Nov. 20, 2026, officials said.'],
  ['month at the end', 'It closed in Nov.|Officials said so.'],
  ['weekday', 'It closed on Fri. 20 November.'],
  ['Inc. before a name', 'Acme Inc. Chairman Jane Doe left.'],
  ['Inc. at the end', 'She worked for Acme Inc.|The firm is old.'],
  ['Inc., in a row', 'Acme Inc., Foo Ltd. and Bar Corp. merged.'],
  ['Jr.', 'John Roe Jr. Foundation money was spent.|He left.'],
  ['No. with a number', 'It is No. 10 on the list.|Nos. 3 and 4 follow.'],
  ['no as a word', 'She said no.|Then she left.'],
  ['pages', 'See p. 5 and vol. 3.|It is there.'],
  ['vs.', 'Doe vs. Roe was decided.'],
  ['e.g. and i.e.', 'Some ports, e.g. Harbour City, and others, i.e. Riverside, closed.'],
  ['etc. inside', 'Cars, lorries, etc. were stopped.'],
  ['etc. at the end', 'Cars, lorries, etc.|The rest went on.'],
  ['an initial', 'J. Smith came.|He left.'],
  ['two initials', 'J. R. Smith and A. B. Cole came.'],
  ['initials without spaces', 'J.R. Smith came.|He left.'],
  ['a letter at the end', 'They had a plan B.|The mayor used it.'],
  ['I at the end', 'So do I.|We all do.'],
  ['decimals', 'It grew by 3.5 percent to 1.234.567.|It fell by .5 later.'],
  ['a number at the end', 'It opened in 1987.|In 2026 it closed.'],
  ['a number at the start of the next', 'It closed.|40,000 cars a day use it.'],
  ['a counted paragraph', '1. The tunnel is closed.|It rained.'],
  ['web addresses', 'See example.com/a?b=c!d for more.|It is free.'],
  ['a mail address', 'Write to jane.doe@example.org.|She answers.'],
  ['an ellipsis inside', 'He waited … and waited ... and left.'],
  ['an ellipsis at the end', 'He waited …|Then he left...|Nobody saw.'],
  ['a question in quotes, lower case after', '“Are we safe?” she asked.|Nobody knew.'],
  ['straight quotes', '"Are we safe?" she asked.|"No," he said.'],
  ['a question in quotes, a name after', '“Are we safe?” Jane Doe asked.|“Yes!” Roe said.'],
  ['a cry in quotes that ends', '“We are safe!”|The mayor smiled.'],
  ['a full stop inside quotes', '“We are safe.”|The mayor smiled.'],
  ['single quotes', '‘We are safe.’|Then he left.'],
  ['quotes in brackets', 'He left (“for good.”)|Nobody cared.'],
  ['a sentence in brackets', 'He left.|(See the map.)|She stayed.'],
  ['brackets inside', 'The mayor (who knew?) left.'],
  ['a quotation opens the next', 'He left.|“Good,” she said.'],
  ['guillemets', '« Sommes-nous en sécurité\u00a0?\u00a0» a-t-elle demandé.|Personne ne savait.'],
  ['German quotes', '„Sind wir sicher?“ fragte sie.|„Ja.“|Er ging.'],
  ['a German date', 'Am 20. November 2026 wurde er geschlossen.|Es regnete.'],
  ['German abbreviations', 'Es kamen z.B. Autos und Dr. Roe.|Es regnete.'],
  ['Spanish signs', '¿Estamos seguros?|¡No!|Eso dijo la Sra. Doe.'],
  ['a footnote number', 'It closed.[1]|It rained.²|It snowed.'],
  ['a small name opens', 'It was closed.|iPhones rang.'],
  ['a dash after the end', 'He came. – and he left.'],
  ['soft breaks', 'The tunnel\nis closed.|It will\nstay so.'],
  ['outer white space', '  The tunnel is closed.  |  It rained.\u00a0 '],
  ['Arabic', 'هل نحن بأمان؟|لا أحد يعرف.|أغلق النفق!'],
  ['an Arabic semicolon is a pause', 'أغلق النفق؛ ثم فتح.'],
  ['an Arabic question in quotes', '«هل نحن بأمان؟»|لم يجب أحد.'],
  ['an Arabic doctor', 'قال د. أحمد علي إن النفق مغلق.|ثم غادر.'],
  ['Urdu', 'سرنگ بند ہے۔|بارش ہوئی۔'],
  ['Persian', 'تونل بسته است.|آیا امن هستیم؟|نه.'],
  ['Hebrew', 'המנהרה סגורה.|האם אנחנו בטוחים?|ד״ר כהן לא ידע.'],
  ['a Hebrew question and who asked', '״האם אנחנו בטוחים?״ שאלה דו.|״כן!״|רו הלך.'],
  ['an Arabic question and who asked', '«هل نحن بأمان؟» سألت دو.|ثم غادرت.'],
  ['Chinese', '隧道关闭了。|我们安全吗？|没人知道！'],
  ['Chinese quotes', '“隧道关闭了。”|市长离开了。'],
  ['a Chinese question and who asked', '“我们安全吗？”她问。|没人知道。'],
  ['Chinese with ASCII signs', '我们安全吗?|没人知道!'],
  ['a Chinese ellipsis', '他等了……然后走了。'],
  ['Chinese decimals', '增长了3.5%。|下降了。'],
  ['Japanese', 'トンネルは閉鎖された。|安全ですか。'],
  ['Japanese quotes', '「安全ですか。」と彼女は尋ねた。|誰も知らなかった。'],
  ['Japanese quotes that end', '「安全です。」|彼は去った。'],
  ['Hindi', 'सुरंग बंद है।|क्या हम सुरक्षित हैं?|नहीं।'],
  ['Armenian and Amharic', 'Թունելը փակ է։|ዋሻው ተዘግቷል።'],
  ['Greek', 'Η σήραγγα έκλεισε.|Έβρεχε.'],
  ['Russian', 'Туннель закрыт.|Шёл дождь.|«Мы в безопасности?» спросила она.'],
  ['emoji', 'It closed 😀.|It rained!|🎉 Nobody came.'],
  ['emoji at the very end', 'It closed.|It was beautiful. 🏮🏮🏮'],
  ['only signs', '…'],
]

const textOf = (text: string) => (span: Span) => text.slice(span.start, span.end)

describe('the sentence splitter', () => {
  it.each(cases)('knows %s', (_, marked) => {
    const text = marked.replaceAll('|', /[\u3040-\u9fff]\S*\|/u.test(marked) ? '' : ' ')
    expect(sentencesIn(text, 0, text.length).map(textOf(text))).toEqual(
      marked.split('|').map((sentence) => sentence.trim()),
    )
  })

  it('has at least sixty cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60)
  })

  it('looks at its part of the text only', () => {
    const text = 'One. Two. Three.'
    expect(sentencesIn(text, 5, 11).map(textOf(text))).toEqual(['Two.', 'T'])
    expect(sentencesIn(text, 4, 5)).toEqual([])
  })

  it('covers everything but white space, in order, without overlap', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      'U.S',
      '. ',
      '.',
      '? ',
      '”',
      '“',
      '…',
      '。',
      '؟',
      ' ',
      '\n',
      '3',
      '😀',
      '(',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const sentences = sentencesIn(text, 0, text.length)
        const joined = sentences.map(textOf(text)).join('')
        expect(joined.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        expect(sentences.map(textOf(text)).every((sentence) => sentence === sentence.trim())).toBe(true)
        expect(sentences.every((one, i) => i === 0 || one.start >= (sentences[i - 1]?.end ?? 0))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  }, 60_000)

  it('splits 1 MB in one block in a time that fits its length', () => {
    const text = 'The U.S. Senate met at 5 a.m. Friday. “Are we safe?” she asked. '.repeat(16_000)
    const before = process.cpuUsage()
    expect(sentencesIn(text, 0, text.length)).toHaveLength(32_000)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3)
  })
})

const story = readStory(
  'a.txt',
  [
    'Harbour tunnel stays closed',
    'By Jane Doe',
    'Photo: Ann Poe. It is dark.',
    '',
    'The tunnel is closed. It will stay so.  ',
    '',
    '- One lane. Two lanes.',
    '> “We are sorry.”',
    'What it means:',
    'Nothing.',
    '',
  ].join('\n'),
)
const text = textOf(story.text)

describe('the sentences of a story', () => {
  it('are those of its body, bullets and quotation signs left out', () => {
    expect(bodySentences(story).map(text)).toEqual([
      'The tunnel is closed.',
      'It will stay so.',
      'One lane.',
      'Two lanes.',
      '“We are sorry.”',
      'What it means:',
      'Nothing.',
    ])
    expect(bodySentences(story)).toBe(bodySentences(story))
  })

  it.each([
    ['in the headline', 'stays', 0, 'Harbour tunnel stays closed'],
    ['in a caption', 'It is', 0, 'It is dark.'],
    ['at the start of a sentence', 'It will', 0, 'It will stay so.'],
    ['between two sentences, the next', ' It will', 0, 'It will stay so.'],
    ['behind the last of a block, that one', ' will stay so.  ', 16, 'It will stay so.'],
    ['on a blank line, the next', '\n- One', 0, 'One lane.'],
    ['on a bullet, what it opens', '- One', 0, 'One lane.'],
  ])('are found by place: %s', (_, words, more, expected) => {
    const found = sentenceAt(story, textOffset(story.text.indexOf(words) + more))
    expect(found === null ? null : text(found)).toBe(expected)
  })

  it('are not found behind the last block with words', () => {
    expect(sentenceAt(story, textOffset(story.text.length))).toBeNull()
    expect(sentenceAt(readStory('a.txt', '\n \n'), textOffset(0))).toBeNull()
  })
})

describe('stepping by sentence', () => {
  const all = story.blocks.flatMap((block) => blockSentences(story, block))

  it('goes over block borders, headline and caption included, there and back', () => {
    const there: Span[] = []
    for (let next = sentenceFrom(story, textOffset(0)); next !== null; next = sentenceFrom(story, next.end)) {
      there.push(next)
    }
    expect(there.map(text)).toEqual(all.map(text))
    const back: Span[] = []
    const end = textOffset(story.text.length)
    for (
      let before = sentenceBefore(story, end);
      before !== null;
      before = sentenceBefore(story, before.start)
    ) {
      back.unshift(before)
    }
    expect(back.map(text)).toEqual(all.map(text))
    expect(there[0] && text(there[0])).toBe('Harbour tunnel stays closed')
  })

  it('takes the one that begins at the offset forwards, not backwards', () => {
    const at = textOffset(story.text.indexOf('It will'))
    expect(sentenceFrom(story, at)?.start).toBe(at)
    expect(sentenceBefore(story, at)?.start).toBeLessThan(at)
    expect(sentenceBefore(story, textOffset(0))).toBeNull()
  })

  it('cuts a block once', () => {
    const block = story.blocks.find(({ kind }) => kind === 'paragraph')
    expect(block).toBeDefined()
    if (block !== undefined) expect(blockSentences(story, block)).toBe(blockSentences(story, block))
  })
})
