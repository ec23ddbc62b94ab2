import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jumpKey } from '../../../renderer/editor/commands/jump.ts'
import { lookAt } from '../../../renderer/editor/drawing-plugin.ts'
import { jumpStateOf } from '../../../renderer/editor/jump-state.ts'
import type { KeyStroke } from '../../../renderer/editor/key-stroke.ts'
import { snapshotOf } from '../../../renderer/editor/snapshot.ts'
import { span, textOffset } from '../../../shared/units.ts'
import { story } from '../../helpers/story.ts'
import { TestEditor } from '../../helpers/test-editor.ts'

const stroke = (key: string, over: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...over,
})

/** Hands on a story: `g` that no jump wants starts one, as the keymap does. */
class Hands extends TestEditor {
  /** Milliseconds of the clock. */
  clock = 0

  /** Whether the jump took the last key. */
  press(...keys: readonly (string | KeyStroke)[]): boolean {
    let taken = false
    for (const key of keys) {
      const pressed = typeof key === 'string' ? stroke(key) : key
      taken = jumpKey(this.context, () => this.clock)(this.state, pressed, this.dispatch)
      if (!taken && pressed.key === 'g') this.run('jump')
    }
    return taken
  }

  /** `label words` of all that can be jumped to; null: no letters are awaited. */
  targets(): readonly string[] | null {
    const { jump } = snapshotOf(this.state, this.tags)
    return (
      jump?.targets.map(({ span: at, label }) => `${label} ${this.text().slice(at.start, at.end)}`.trim()) ??
      null
    )
  }
}

function open(source: string) {
  const made = story(source)
  const hands = new Hands(made.story)
  hands.caret(made.at('a'))
  return { made, hands }
}

describe('G, then letters', () => {
  it('goes to the only word that begins so, at once', () => {
    const { made, hands } = open('<a>The mayor of Arden <b>resigned today.')
    hands.press('g', 'r')
    expect([hands.selected(), hands.targets()]).toEqual([made.at('b'), null])
    expect(hands.said.at(-1)).toBe('resigned')
  })

  it('has no labels before the first letter, then the nearest has 1, forward before backward', () => {
    const { hands } = open('cat cab <a>a cow coat')
    hands.press('g')
    expect(hands.targets()).toEqual([])
    hands.press('c')
    expect(hands.targets()).toEqual(['1 cow', '2 cab', '3 coat', '4 cat'])
    expect(hands.said.at(-1)).toBe('4 words: 1 cow, 2 cab, 3 coat, 4 cat')
  })

  it('takes the word behind before the word in front at equal distance', () => {
    const { made, hands } = open('no <a>is <b>no')
    hands.press('g', 'n', 'Enter')
    expect(hands.selected()).toBe(made.at('b'))
  })

  it('goes where a digit says', () => {
    const { made, hands } = open('<a>one cat, two cab, <b>cow')
    hands.press('g', 'c', '3')
    expect(hands.selected()).toBe(made.at('b'))
  })

  it('is narrowed by each further letter, and Backspace takes one back', () => {
    const { made, hands } = open('<a>cat cab cow <b>cover')
    hands.press('g', 'c', 'o')
    expect(hands.targets()).toEqual(['1 cow', '2 cover'])
    hands.press('Backspace')
    expect(hands.targets()).toHaveLength(4)
    hands.press('o', 'v')
    expect(hands.selected()).toBe(made.at('b'))
  })

  it('labels more than nine by letters that no word goes on with', () => {
    const { made, hands } = open(`<a>so ${'ta te '.repeat(5)}<b>tu`)
    hands.press('g', 't')
    expect(hands.targets()?.map((each) => each.split(' ')[0])).toEqual([...'123456789', 'b', 'c'])
    hands.press('c')
    expect(hands.selected()).toBe(made.at('b'))
  })

  it('takes the nearest on Enter, and nothing on Escape or Backspace without letters', () => {
    const { made, hands } = open('<a>one cat cab')
    expect(hands.press('g', 'c', 'Escape')).toBe(true)
    expect([hands.selected(), hands.targets()]).toEqual([made.at('a'), null])
    expect(hands.press('g', 'Backspace')).toBe(true)
    expect(hands.targets()).toBe(null)
    expect(hands.press('c')).toBe(false)
  })

  it('says that no word begins so, and stays as it is', () => {
    const { hands } = open('<a>one cat cab')
    hands.press('g', 'c', 'q')
    expect([hands.said.at(-1), hands.targets()]).toEqual([
      'No word in sight begins with cq',
      ['1 cat', '2 cab'],
    ])
  })

  it('ends with a key for somebody else, which does what it always does', () => {
    const { hands } = open('<a>one cat cab')
    for (const key of [stroke('ArrowDown'), stroke('z', { ctrlKey: true }), stroke('Tab')]) {
      hands.press('g')
      expect([hands.press(key), hands.targets()]).toEqual([false, null])
    }
    hands.press('g')
    expect([hands.press(stroke('Shift', { shiftKey: true })), hands.targets()]).toEqual([false, []])
  })

  it('goes to numbers too, as long as no digit stands for a word', () => {
    const { made, hands } = open('<a>in May <b>2026 we')
    hands.press('g', '2')
    expect(hands.selected()).toBe(made.at('b'))
  })

  it('sees only words in sight', () => {
    const { made, hands } = open('<a>cat\n<b>cow\n<c>cab')
    hands.dispatch(lookAt(hands.state, { start: made.at('a'), end: textOffset(made.at('c') - 1) }))
    hands.press('g', 'c')
    expect(hands.targets()).toEqual(['1 cat', '2 cow'])
  })

  it('is no command while the text is edited', () => {
    const { hands } = open('<a>one cat')
    hands.run('edit-text')
    expect([hands.can('jump'), hands.run('jump')]).toEqual([false, false])
  })
})

describe('letters', () => {
  it.each([
    ['capitals', 'one <b>Arden', stroke('a')],
    ['a capital that is typed', 'one <b>arden', stroke('A', { shiftKey: true })],
    ['accents', 'one <b>Éluard', stroke('e')],
    ['a Hebrew letter, its vowel points aside', 'one <b>שָׁלוֹם', stroke('ש', { code: 'KeyA' })],
    ['an Arabic letter, its vowel signs aside', 'one <b>مُدُن', stroke('م', { code: 'KeyL' })],
    ['a Chinese character', '你好<b>世界', stroke('世')],
    ['an English word on a Russian keyboard', 'one <b>today', stroke('е', { code: 'KeyT' })],
    ['a letter that an input method keeps', 'one <b>today', stroke('Process', { code: 'KeyT' })],
    ['a French digit row', 'one <b>épée', stroke('é', { code: 'Digit2' })],
  ])('match %s', (_case, source, key) => {
    const made = story(`<a>${source}`)
    const hands = new Hands(made.story)
    hands.caret(made.at('a'))
    hands.press('g', key)
    expect(hands.selected()).toBe(made.at('b'))
  })

  it('of a word typed on after it was reached do nothing', () => {
    const { made, hands } = open('<a>one <b>council')
    hands.press('g', 'c')
    expect([hands.selected(), hands.press('o'), hands.press('u'), hands.press('w')]).toEqual([
      made.at('b'),
      true,
      true,
      false,
    ])
  })

  it('mean something again half a second later', () => {
    const { hands } = open('<a>one council')
    hands.press('g', 'c')
    hands.clock = 499
    expect(hands.press('o')).toBe(true)
    hands.clock = 999
    expect(hands.press('u')).toBe(false)
  })

  it('are not waited for where a digit chose the word', () => {
    const { hands } = open('<a>one cat cab')
    hands.press('g', 'c', '1')
    expect(hands.press('a')).toBe(false)
  })
})

describe('G once more', () => {
  it('selects from the word reached to the end of another, without what stands behind it', () => {
    const { hands } = open('<a>Yesterday the mayor of Arden resigned, she said.')
    hands.press('g', 'm')
    hands.clock = 1000
    hands.press('g', 'r')
    expect([hands.selected(), hands.said.at(-1)]).toEqual([
      'mayor of Arden resigned',
      'Selected: mayor of Arden resigned',
    ])
  })

  it('has digits at once, for the next words from there on', () => {
    const { hands } = open('<a>Yesterday the mayor of Arden resigned.')
    hands.press('g', 'm')
    hands.clock = 1000
    hands.press('g')
    expect(hands.targets()).toEqual(['1 mayor', '2 of', '3 Arden', '4 resigned'])
    hands.press('3')
    expect(hands.selected()).toBe('mayor of Arden')
  })

  it('goes to the end of the paragraph even where that is out of sight', () => {
    const { made, hands } = open('<a>one two <b>three four <c>five\nsix')
    hands.dispatch(lookAt(hands.state, { start: made.at('a'), end: made.at('c') }))
    hands.press('g', 'o')
    hands.clock = 1000
    hands.press('g')
    expect(hands.targets()).toEqual(['1 one', '2 two', '3 three', '4 four', '5 five'])
  })

  it('starts again where the caret was put otherwise, or something was selected', () => {
    const { made, hands } = open('<a>one two <b>three')
    hands.press('g', 't', '1')
    hands.caret(made.at('b'))
    hands.press('g')
    expect(hands.targets()).toEqual([])
    hands.press('Escape', 'g', 't', '1')
    hands.run('grow-word')
    hands.press('g')
    expect(snapshotOf(hands.state, hands.tags).jump?.to).toBe('start')
  })

  it('may be tried again after Escape', () => {
    const { hands } = open('<a>one two three')
    hands.press('g', 't', '1', 'g', 'Escape', 'g', '2')
    expect(hands.selected()).toBe('two three')
  })

  it('is forgotten when the text changes, not when a colleague’s mark comes in', () => {
    const { made, hands } = open('<a>one two three')
    hands.press('g', 't', '1')
    hands.receive([])
    expect(jumpStateOf(hands.state).from).toBe(made.text.indexOf('two'))
    hands.run('edit-text')
    expect(jumpStateOf(hands.state).from).toBe(null)
  })
})

describe('an arbitrary phrase', () => {
  it('takes seven keys at most, with the digit that tags it, among words that letters tell apart', () => {
    const words =
      'the mayor of Arden and her two aides met council members at noon before reading it out'.split(' ')
    const text = words.join(' ')
    const starts = words.map((_, i) => words.slice(0, i).join(' ').length + (i > 0 ? 1 : 0))
    fc.assert(
      fc.property(fc.nat(words.length - 1), fc.nat(words.length - 1), (one, other) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)]
        const hands = new Hands(story(text).story)
        hands.caret(textOffset(text.length))
        let keys = 0
        const choose = (index: number) => {
          hands.clock += 1000
          hands.press('g')
          keys++
          const wanted = () => {
            const jump = snapshotOf(hands.state, hands.tags).jump
            return jump?.targets.find(({ span: at }) => at.start === starts[index])?.label
          }
          for (const letter of words[index]?.toLowerCase() ?? '') {
            const label = wanted()
            hands.press(label || letter)
            keys++
            if (label || hands.targets() === null) break
          }
        }
        choose(first)
        choose(last)
        const whole = span(starts[first] ?? 0, (starts[last] ?? 0) + (words[last]?.length ?? 0))
        expect(hands.selected()).toBe(text.slice(whole.start, whole.end))
        expect(keys + 1).toBeLessThanOrEqual(7)
      }),
    )
  })
})
