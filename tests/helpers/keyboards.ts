import type { KeyStroke } from '../../renderer/editor/key-stroke.ts'

/** Codes of the keys of a keyboard, row by row, as UI Events names them. */
const rows = [
  'Backquote Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal',
  'KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight',
  'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote Backslash',
  'KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash',
].map((row) => row.split(' '))

/** What each key of a row gives without Shift, and with it; `∅`: nothing, a dead key `Dead`. */
type Row = readonly [plain: string, shifted: string]

/** A keyboard of a country or a state of one. */
export interface Keyboard {
  readonly name: string
  readonly rows: readonly Row[]
  /** Latin letters are printed where the US keyboard has them, whatever the keys give. */
  readonly otherScript?: true
  /** Where a sign is printed, if the characters don't say it: a code, `Shift+` before. */
  readonly printed?: Readonly<Record<string, string>>
}

/** A stroke; `shift` is held. */
export function press(key: string, code: string, shift = false): KeyStroke {
  return { key, code, shiftKey: shift, ctrlKey: false, altKey: false, metaKey: false }
}

/**
 * The stroke that a person makes for a single key of the table: a letter where it is printed, a digit on its key, a
 * sign where the keyboard gives it. null: this keyboard has no such key.
 */
export function strokeFor(keyboard: Keyboard, keys: string): KeyStroke | null {
  const base = keys.replace('Shift+', '')
  const shift = keys !== base
  if (/^\d$/.test(base)) return on(keyboard, `Digit${base}`, shift)
  if (/^[a-z]$/.test(base)) {
    const code = keyboard.otherScript ? `Key${base.toUpperCase()}` : find(keyboard, base)?.code
    return code === undefined ? null : on(keyboard, code, shift)
  }
  const place = keyboard.printed?.[base]
  if (place !== undefined) return on(keyboard, place.replace('Shift+', ''), place.startsWith('Shift+'))
  const found = find(keyboard, base === 'Plus' ? '+' : base)
  return found === null ? null : on(keyboard, found.code, found.shift)
}

function on({ rows: given }: Keyboard, code: string, shift: boolean): KeyStroke {
  const row = rows.findIndex((codes) => codes.includes(code))
  const at = rows[row]?.indexOf(code) ?? -1
  const key = given[row]?.[shift ? 1 : 0].split(' ')[at]
  if (key === undefined) throw new RangeError(`no key ${code}`)
  return press(key, code, shift)
}

function find({ rows: given }: Keyboard, character: string): { code: string; shift: boolean } | null {
  for (const shift of [false, true]) {
    for (const [row, codes] of rows.entries()) {
      const at = given[row]?.[shift ? 1 : 0].split(' ').indexOf(character) ?? -1
      const code = codes[at]
      if (code !== undefined) return { code, shift }
    }
  }
  return null
}

const qwerty: Row = ['q w e r t y u i o p [ ]', 'Q W E R T Y U I O P { }']
const us: Keyboard = {
  name: 'US',
  rows: [
    ['` 1 2 3 4 5 6 7 8 9 0 - =', '~ ! @ # $ % ^ & * ( ) _ +'],
    qwerty,
    ["a s d f g h j k l ; ' \\", 'A S D F G H J K L : " |'],
    ['z x c v b n m , . /', 'Z X C V B N M < > ?'],
  ],
}
const french: Keyboard = {
  name: 'FR',
  rows: [
    [`² & é " ' ( - è _ ç à ) =`, '∅ 1 2 3 4 5 6 7 8 9 0 ° +'],
    ['a z e r t y u i o p Dead $', 'A Z E R T Y U I O P Dead £'],
    ['q s d f g h j k l m ù *', 'Q S D F G H J K L M % µ'],
    ['w x c v b n , ; : !', 'W X C V B N ? . / §'],
  ],
}
const jis: Keyboard = {
  name: 'JP',
  rows: [
    ['∅ 1 2 3 4 5 6 7 8 9 0 - ^', `∅ ! " # $ % & ' ( ) ∅ = ~`],
    ['q w e r t y u i o p @ [', 'Q W E R T Y U I O P ` {'],
    ['a s d f g h j k l ; : ]', 'A S D F G H J K L + * }'],
    ['z x c v b n m , . /', 'Z X C V B N M < > ?'],
  ],
}
/** Where JIS X 6002 prints the signs that the table has. */
const jisSigns = {
  '?': 'Shift+Slash',
  '/': 'Slash',
  '.': 'Period',
  '-': 'Minus',
  '=': 'Shift+Minus',
  Plus: 'Shift+Semicolon',
}

export const keyboards: readonly Keyboard[] = [
  us,
  {
    name: 'UK',
    rows: [
      ['` 1 2 3 4 5 6 7 8 9 0 - =', '¬ ! " £ $ % ^ & * ( ) _ +'],
      qwerty,
      ["a s d f g h j k l ; ' #", 'A S D F G H J K L : @ ~'],
      ['z x c v b n m , . /', 'Z X C V B N M < > ?'],
    ],
  },
  {
    name: 'US international, with dead keys',
    rows: [
      ['Dead 1 2 3 4 5 6 7 8 9 0 - =', 'Dead ! @ # $ % Dead & * ( ) _ +'],
      qwerty,
      ['a s d f g h j k l ; Dead \\', 'A S D F G H J K L : Dead |'],
      ['z x c v b n m , . /', 'Z X C V B N M < > ?'],
    ],
  },
  french,
  {
    name: 'DE',
    rows: [
      ['Dead 1 2 3 4 5 6 7 8 9 0 ß Dead', '° ! " § $ % & / ( ) = ? Dead'],
      ['q w e r t z u i o p ü +', 'Q W E R T Z U I O P Ü *'],
      ['a s d f g h j k l ö ä #', "A S D F G H J K L Ö Ä '"],
      ['y x c v b n m , . -', 'Y X C V B N M ; : _'],
    ],
  },
  {
    name: 'RU',
    otherScript: true,
    rows: [
      ['ё 1 2 3 4 5 6 7 8 9 0 - =', 'Ё ! " № ; % : ? * ( ) _ +'],
      ['й ц у к е н г ш щ з х ъ', 'Й Ц У К Е Н Г Ш Щ З Х Ъ'],
      ['ф ы в а п р о л д ж э \\', 'Ф Ы В А П Р О Л Д Ж Э /'],
      ['я ч с м и т ь б ю .', 'Я Ч С М И Т Ь Б Ю ,'],
    ],
  },
  {
    name: 'AR',
    otherScript: true,
    printed: { '?': 'Shift+Slash' },
    rows: [
      ['ذ ١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩ ٠ - =', '\u0651 ! @ # $ % ^ & * ) ( _ +'],
      ['ض ص ث ق ف غ ع ه خ ح ج د', '\u064e \u064b \u064f \u064c لإ إ ‘ ÷ × ؛ < >'],
      ['ش س ي ب ل ا ت ن م ك ط \\', '\u0650 \u064d ] [ لأ أ ـ ، / : " |'],
      ['ئ ء ؤ ر لا ى ة و ز ظ', '~ \u0652 } { لآ آ ’ , . ؟'],
    ],
  },
  {
    name: 'HE',
    otherScript: true,
    rows: [
      ['; 1 2 3 4 5 6 7 8 9 0 - =', '~ ! @ # $ % ^ & * ) ( _ +'],
      ["/ ' ק ר א ט ו ן ם פ ] [", 'Q W E R T Y U I O P } {'],
      ['ש ד ג כ ע י ח ל ך ף , \\', 'A S D F G H J K L : " |'],
      ['ז ס ב ה נ מ צ ת ץ .', 'Z X C V B N M > < ?'],
    ],
  },
  jis,
  {
    name: 'JP, kana',
    otherScript: true,
    printed: jisSigns,
    rows: [
      ['∅ ぬ ふ あ う え お や ゆ よ わ ほ へ', '∅ ぬ ふ ぁ ぅ ぇ ぉ ゃ ゅ ょ を ほ へ'],
      ['た て い す か ん な に ら せ ゛ ゜', 'た て ぃ す か ん な に ら せ ゛ 「'],
      ['ち と し は き く ま の り れ け む', 'ち と し は き く ま の り れ け 」'],
      ['つ さ そ ひ こ み も ね る め', 'っ さ そ ひ こ み も 、 。 ・'],
    ],
  },
  {
    name: 'JP, input method on',
    otherScript: true,
    printed: jisSigns,
    rows: jis.rows.map(([plain, shifted]): Row => [processed(plain), processed(shifted)]),
  },
  { ...us, name: 'US, Caps Lock', rows: us.rows.map(capsLocked), otherScript: true },
  { ...french, name: 'FR, Caps Lock', rows: french.rows.map(capsLocked), printed: { '=': 'Equal' } },
]

function processed(row: string): string {
  return row.replaceAll(/\S+/g, 'Process')
}

/** With Caps Lock, letters change sides; on a French keyboard the digits do, too. */
function capsLocked([plain, shifted]: Row, row: number): Row {
  const digits = plain.includes('&')
  const change = (from: string, to: string) => {
    const other = to.split(' ')
    return from
      .split(' ')
      .map((key, i) => (/\p{L}/u.test(key) || (digits && row === 0 && i < 11) ? (other[i] ?? key) : key))
      .join(' ')
  }
  return [change(plain, shifted), change(shifted, plain)]
}
