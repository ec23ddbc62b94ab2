import { err, ok, type Result } from '../result.ts'

/** A value of a JSON text with the place where it begins. `at`: UTF-16 units from the start of the text. */
export type JsonNode =
  | { readonly kind: 'null'; readonly at: number }
  | { readonly kind: 'boolean'; readonly at: number; readonly value: boolean }
  | { readonly kind: 'number'; readonly at: number; readonly value: number }
  | { readonly kind: 'string'; readonly at: number; readonly value: string }
  | { readonly kind: 'list'; readonly at: number; readonly items: readonly JsonNode[] }
  /** Of members with one name the last counts, as in `JSON.parse`. */
  | { readonly kind: 'object'; readonly at: number; readonly members: ReadonlyMap<string, JsonNode> }

/** Why a text is not JSON, in words for a sentence, and where. */
export interface JsonFault {
  readonly at: number
  readonly detail: string
}

// Deeper than any file of tags, and far from where recursion would end the program.
const DEEPEST = 100
// Below are the control characters, which JSON has only as escapes.
const FIRST_PRINTABLE = 0x20

/**
 * Reads JSON (RFC 8259) as `JSON.parse` does, and keeps where each value stands. `JSON.parse` itself tells where
 * it stopped only in some engines and only sometimes, and not where a value stood that was right and is wrong.
 * @param text without a byte order mark
 */
export function readJson(text: string): Result<JsonNode, JsonFault> {
  const reader = new JsonReader(text)
  try {
    return ok(reader.read())
  } catch (error) {
    if (error instanceof Fault) return err({ at: error.at, detail: error.detail })
    throw error
  }
}

class Fault extends Error {
  readonly at: number
  readonly detail: string
  constructor(at: number, detail: string) {
    super(detail)
    this.at = at
    this.detail = detail
  }
}

const BLANKS = /[ \t\n\r]*/y
// A quotation mark, what is no other, and pairs that begin with a backslash; what may stand inside is looked at then.
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/sy
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /[A-Za-z_$][\w$]*/y

class JsonReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  read(): JsonNode {
    this.#skip()
    if (this.#at === this.#text.length) throw new Fault(0, 'the file is empty')
    const value = this.#value(0)
    this.#skip()
    if (this.#at < this.#text.length) throw this.#unexpected('something stands after the end')
    return value
  }

  #value(depth: number): JsonNode {
    this.#skip()
    const at = this.#at
    if (depth > DEEPEST) throw new Fault(at, 'values stand too deep inside each other')
    const sign = this.#text[at]
    if (sign === '{') return { kind: 'object', at, members: this.#members(depth) }
    if (sign === '[') return { kind: 'list', at, items: this.#items(depth) }
    if (sign === '"') return { kind: 'string', at, value: this.#string() }
    const number = this.#take(NUMBER)
    if (number !== '') return { kind: 'number', at, value: Number(number) }
    const word = this.#take(WORD)
    if (word === 'null') return { kind: 'null', at }
    if (word === 'true' || word === 'false') return { kind: 'boolean', at, value: word === 'true' }
    this.#at = at
    throw this.#unexpected('a value is missing')
  }

  #items(depth: number): readonly JsonNode[] {
    const items: JsonNode[] = []
    this.#list(']', () => items.push(this.#value(depth + 1)))
    return items
  }

  #members(depth: number): ReadonlyMap<string, JsonNode> {
    const members = new Map<string, JsonNode>()
    this.#list('}', () => {
      if (this.#text[this.#at] !== '"') throw this.#unexpected('a name in quotation marks is missing')
      const name = this.#string()
      this.#skip()
      if (this.#text[this.#at] !== ':') throw this.#unexpected(`a colon is missing after “${name}”`)
      this.#at++
      members.set(name, this.#value(depth + 1))
    })
    return members
  }

  /** What stands between two brackets, with commas between. */
  #list(close: string, one: () => void): void {
    const open = this.#at++
    this.#skip()
    if (this.#text[this.#at] === close) {
      this.#at++
      return
    }
    for (;;) {
      one()
      this.#skip()
      const comma = this.#at
      const sign = this.#text[this.#at++]
      if (sign === close) return
      this.#skip()
      if (sign === ',' && this.#text[this.#at] === close)
        throw new Fault(comma, 'a comma stands after the last entry')
      if (sign === ',') continue
      this.#at = comma
      if (sign === undefined) throw new Fault(open, `the bracket ${this.#text[open]} is never closed`)
      throw this.#unexpected(`a comma or the bracket ${close} is missing`)
    }
  }

  #string(): string {
    const start = this.#at
    const found = this.#take(STRING)
    const endless = new Fault(start, 'the text that begins here has no quotation mark at its end')
    if (found === '') throw endless
    for (let inside = 1; inside < found.length - 1; inside++) {
      const code = found.charCodeAt(inside)
      const sign = found[inside]
      if (sign === '\t') throw new Fault(start + inside, 'a tab stands inside a text')
      // A line end: the mark that was found belongs to another text.
      if (code < FIRST_PRINTABLE) throw endless
      if (sign !== '\\') continue
      ESCAPE.lastIndex = inside
      const pair = ESCAPE.exec(found)?.[0]
      if (pair === undefined)
        throw new Fault(start + inside, 'a backslash stands before a sign that needs none')
      inside += pair.length - 1
    }
    // The engine's own reader of escapes; the form was just checked.
    return JSON.parse(found)
  }

  /** The fault at the next sign: what people do write there that is no JSON, else what was expected. */
  #unexpected(otherwise: string): Fault {
    const rest = this.#text.slice(this.#at, this.#at + 16)
    const known = mistakes.find(({ sign }) => sign.test(rest))
    return new Fault(this.#at, known?.detail ?? (rest === '' ? 'the file ends too early' : otherwise))
  }

  #take(form: RegExp): string {
    form.lastIndex = this.#at
    const found = form.exec(this.#text)?.[0] ?? ''
    this.#at += found.length
    return found
  }

  #skip(): void {
    this.#take(BLANKS)
  }
}

const mistakes: readonly { readonly sign: RegExp; readonly detail: string }[] = [
  { sign: /^(?:<{7}|={7}|>{7}|\|{7})/, detail: 'a merge of two versions was not finished here' },
  { sign: /^\/[/*]/, detail: 'comments are not allowed in JSON' },
  { sign: /^[“”„«»‘’']/, detail: 'only straight double quotation marks (") are allowed in JSON' },
  { sign: /^,/, detail: 'there is a comma too many' },
]
