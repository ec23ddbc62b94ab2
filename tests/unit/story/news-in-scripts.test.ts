import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { clausesIn } from '../../../shared/story/clauses.ts'
import { readStory } from '../../../shared/story/read-story.ts'
import { blockSentences } from '../../../shared/story/sentences.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { Span } from '../../../shared/units.ts'

const FIXTURES = path.resolve(import.meta.dirname, '../../../fixtures')

function read(file: string): Story {
  return readStory(file, readFileSync(path.join(FIXTURES, file), 'utf8'))
}

const text = (story: Story) => (span: Span) => story.text.slice(span.start, span.end)
const sentencesOf = (story: Story) => story.blocks.flatMap((block) => blockSentences(story, block))

/** Kind of each block that is not blank, with the number of its sentences. */
const outline = (story: Story) =>
  story.blocks
    .filter(({ kind }) => kind !== 'blank')
    .map((block) => `${block.kind} ${blockSentences(story, block).length}`)

/** Clauses of the sentence that begins with the words. */
function clausesOf(story: Story, start: string): readonly string[] {
  const sentence = sentencesOf(story).find((span) => text(story)(span).startsWith(start))
  return sentence === undefined ? [] : clausesIn(story, sentence).map(text(story))
}

describe('a news story in Hebrew', () => {
  const story = read('old-bridge.he.txt')

  it('has the blocks and sentences that a reader sees', () => {
    expect(outline(story)).toEqual([
      ...[
        'headline 1',
        'dateline 1',
        'caption 2',
        'paragraph 1',
        'paragraph 1',
        'item 1',
        'item 1',
        'item 1',
      ],
      ...['paragraph 3', 'heading 1', 'paragraph 3', 'paragraph 3', 'paragraph 2'],
    ])
  })

  it.each([
    [
      'גשר המזח הישן בנווה',
      [
        'גשר המזח הישן בנווה גלים ייפתח להולכי רגל ביום ראשון בשעה 7 בבוקר',
        'לדברי גורם ברשות הנמל',
        'ארבעה חודשים אחרי שסדק באורך 40 סנטימטרים סגר אותו',
      ],
    ],
    ['״חיכינו', ['״חיכינו לים, לא לכסף״', 'אמרה ד״ר נעמה לביא', 'המהנדסת הראשית של הפרויקט']],
    ['מנכ״ל', ['מנכ״ל רשות הנמל אמר לכתבים', 'כי כל מוט נבדק פעמיים']],
    ['בקיץ', ['בקיץ מכרה מאה ביום', 'בשבוע שעבר מכרה שתים־עשרה']],
    ['האם', ['האם הגשר בטוח']],
  ])('has the clauses of %s', (start, expected) => {
    expect(clausesOf(story, start)).toEqual(expected)
  })
})

describe('a news story in Chinese', () => {
  const story = read('night-ferry.zh.txt')

  it('has the blocks and sentences that a reader sees', () => {
    expect(outline(story)).toEqual([
      ...[
        'headline 1',
        'dateline 1',
        'caption 2',
        'paragraph 1',
        'paragraph 2',
        'item 1',
        'item 1',
        'item 1',
      ],
      ...['paragraph 4', 'heading 1', 'paragraph 3', 'paragraph 3', 'paragraph 2'],
    ])
  })

  it.each([
    [
      '临江至东岸',
      ['临江至东岸的夜航渡轮将于周五晚10点30分复航', '航运局一名官员说', '此时距推进轴断裂已有六周'],
    ],
    ['“我们等的', ['“我们等的不是钱，是零件。”', '船长何素云说']],
    ['据航运局', ['据航运局11月12日的通报', '备用渡轮明年春天才能交付']],
    ['停航期间', ['停航期间，他们只能绕行23公里外的大桥']],
    ['停航以前', ['停航以前他一晚卖200碗', '上周三只卖了17碗']],
    ['“船来了', ['“船来了，人就来了。”', '他说', '“船不来，我就听水声。”']],
    ['一名参与', ['一名参与检修的工程师说', '“报告写得很清楚，只是没有人签字。”']],
  ])('has the clauses of %s', (start, expected) => {
    expect(clausesOf(story, start)).toEqual(expected)
  })
})

describe('a news story in Japanese', () => {
  const story = read('harbor-light.ja.txt')

  it('has the blocks and sentences that a reader sees', () => {
    expect(outline(story)).toEqual([
      ...[
        'headline 1',
        'dateline 1',
        'caption 2',
        'paragraph 2',
        'paragraph 2',
        'item 1',
        'item 1',
        'item 1',
      ],
      ...['paragraph 3', 'heading 1', 'paragraph 4', 'paragraph 3', 'paragraph 2'],
    ])
  })

  it.each([
    ['港湾局の担当者', ['港湾局の担当者によると', '9月の嵐で電源室が浸水してから59日ぶりとなる']],
    ['「潮に', ['「潮に恵まれた」', 'と保守主任の小野寺ミサキさんは話した']],
    ['費用は', ['費用は8,600万円で', '保険が半分を負担する', 'と港湾局は説明した']],
    ['消えている', ['消えている間は臨時の浮標が置かれ', '漁船は夜の出港を控えてきた']],
    ['食堂を', ['食堂を営む浜田テルさんは、灯台が消えた夜のことを覚えている']],
    ['もう安全', ['もう安全なのか']],
  ])('has the clauses of %s', (start, expected) => {
    expect(clausesOf(story, start)).toEqual(expected)
  })
})

describe('a news story in Arabic', () => {
  const story = read('port-talks.ar.txt')

  it.each([
    ['قال مسؤول', 3],
    ['توقفت تسع', 1],
    ['فقد اتفق', 3],
    ['ويرى مهندسان', 3],
    ['كان يبيع', 2],
  ])('has the clauses of %s', (start, count) => {
    expect(clausesOf(story, start)).toHaveLength(count)
  })

  it('has as many sentences as full stops and lines without one', () => {
    expect(sentencesOf(story)).toHaveLength(24)
  })
})
