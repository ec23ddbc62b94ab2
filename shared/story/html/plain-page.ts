import { html, type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5'
import { isBlock } from '../hast-blocks.ts'

/** What is in these is skipped; the tokenizer has to be told, as the parser of a tree tells it. */
const skipped: ReadonlyMap<string, number> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['noscript', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
])

/**
 * The words of a page that can't be read as a tree, paragraph by paragraph, in a time that grows with its length
 * alone. Hidden parts and menus are among them.
 */
export function plainPage(source: string): readonly string[] {
  const reading = new Reading()
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, reading)
  reading.switchTo = (state) => {
    tokenizer.state = state as typeof tokenizer.state
  }
  tokenizer.write(source, true)
  return reading.paragraphs
}

class Reading implements TokenHandler {
  readonly paragraphs: string[] = []
  switchTo: (state: number) => void = () => {}
  #text = ''
  #skips = false

  onCharacter(token: Token.CharacterToken): void {
    if (!this.#skips) this.#text += token.chars
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token)
  }

  onNullCharacter(): void {}

  onStartTag({ tagName }: Token.TagToken): void {
    const state = skipped.get(tagName)
    if (state !== undefined) {
      this.#skips = true
      this.switchTo(state)
    }
    this.#border(tagName)
  }

  onEndTag({ tagName }: Token.TagToken): void {
    this.#skips = false
    this.#border(tagName)
  }

  onComment(): void {}

  onDoctype(): void {}

  onEof(): void {
    this.#border(html.TAG_NAMES.BODY)
  }

  #border(tagName: string): void {
    if (!isBlock(tagName) && tagName !== 'br') return
    const text = this.#text.replace(/[ \t\r\n\f]+/g, ' ').replace(/^ | $/g, '')
    if (text !== '') this.paragraphs.push(text)
    this.#text = ''
  }
}
