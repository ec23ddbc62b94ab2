/**
 * Quotations of newsroom copy. Plain data, so that the same table runs in Node and in a browser. People, places and
 * events are invented.
 */
export interface QuotationCase {
  readonly why: string
  /** A story of one block. */
  readonly text: string
  /** UTF-16 offset of the caret. */
  readonly offset: number
  /** The quotation that is found there, marks included; null: none. */
  readonly quotation: string | null
}

/** The caret stands at ^, the quotation between ⟦ and ⟧. */
const rows: readonly (readonly [why: string, marked: string])[] = [
  ['the caret inside', '⟦“We were ^lucky,”⟧ said Lind.'],
  ['the caret on the opening mark', '^⟦“We were lucky,”⟧ said Lind.'],
  ['the caret before the closing mark', '⟦“We were lucky,^”⟧ said Lind.'],
  ['the next of the block', 'Lind ^said: ⟦“We were lucky.”⟧ He left.'],
  ['the next, not the one before', '“We agreed,” ^said Marsk, ⟦“on ninety words.”⟧'],
  ['directly behind, another follows', '“We agreed,”^ said Marsk, ⟦“on ninety words.”⟧'],
  ['directly behind the last', 'He said: ⟦“Ask the ice.”⟧^'],
  ['behind the last', '“Ask the ice,” he ^said.'],
  ['none at all', 'The bore ^is open.'],
  ['several sentences', '⟦“They are good machines. They ^were built to be heard,”⟧ she said.'],
  ['the inner one', '“He said ⟦‘power ^off’⟧ and went,” she said.'],
  ['the outer one', '⟦“He ^said ‘power off’ and went,”⟧ she said.'],
  ['an inner one that ends with the outer', '“He told me, ⟦‘Ask ^the ice.’⟧”'],
  ['straight marks', 'He said "no" and ⟦"ask ^the ice"⟧.'],
  ['straight inner marks', '"He said ⟦\'power ^off\'⟧ and went," she said.'],
  ['inches are no quotation', 'A 5" pipe and ^a ⟦"new"⟧ seal.'],
  ['an apostrophe', '⟦‘We don’t ^know,’⟧ said Lind.'],
  ['an apostrophe at the end of a word', '⟦‘The drivers’ ^van is gone,’⟧ said Lind.'],
  ['a shortened decade', 'In the ’90s ^he said ⟦‘no’⟧ often.'],
  ['an apostrophe alone', 'The drivers’ ^van is gone.'],
  ['a speech that goes on in the next paragraph', '⟦“They are good machines. They ^hold.⟧'],
  ['an unpaired mark in the middle', 'She said: ⟦“They ^hold.⟧'],
  ['the end of a speech from the paragraph before', '⟦They ^hold,”⟧ she said.'],
  ['marks that do not fit', '⟦“They ^hold,"⟧ she said.'],
  ['brackets around', 'He left (⟦“for ^good”⟧).'],
  ['a dash before', 'It was—⟦“as ^ever”⟧—late.'],
  ['British single marks', 'He called it ⟦‘a ^bandage’⟧.'],
  ['German', 'Er sagte: ⟦„Wir ^hatten Glück“⟧, dann ging er.'],
  ['German, nested', '„Sie sagte ⟦‚Strom ^aus‘⟧ und ging“, sagte er.'],
  ['Danish', 'Han sagde: ⟦»Spørg ^isen«⟧ og gik.'],
  ['Finnish', 'Hän sanoi: ⟦”Kysy ^jäältä”⟧ ja lähti.'],
  ['French', 'Elle dit : ⟦« Demandez à ^la glace »⟧ et sourit.'],
  ['French, nested', '« Il a dit ⟦“coupez ^tout”⟧ et il est parti »'],
  ['Polish', 'Powiedział: ⟦„Zapytaj ^lodu”⟧ i wyszedł.'],
  ['Russian', '⟦«Спросите ^лёд»⟧, сказала она.'],
  ['Arabic', 'وقالت: ⟦«لم نُضرب، بل ^طُلب منا»⟧ ثم غادرت.'],
  ['Arabic with English marks', 'وقالت: ⟦“نعم ^طبعا”⟧.'],
  ['Hebrew gershayim', 'לינד אמרה ⟦״היה ^לנו מזל״⟧ והלכה.'],
  ['a Hebrew abbreviation is none', 'ד״ר ^לינד אמרה ⟦״כן״⟧.'],
  ['a Hebrew abbreviation inside', '⟦״מנכ״ל ^הנמל לא בא״⟧, אמרה.'],
  ['Hebrew behind a proclitic', 'נכתב ^ב⟦״היומן״⟧ אתמול.'],
  ['Hebrew with ASCII marks', 'ד"ר ^לינד אמרה ⟦"כן"⟧.'],
  ['old Hebrew marks', 'הוא אמר: ⟦„ראיתי ^את הנהר”⟧.'],
  ['Chinese', '她说：⟦“潮水^帮了我们。”⟧他走了。'],
  ['Chinese, nested', '“他说⟦‘断^电’⟧就走了。”'],
  ['Chinese corner marks', '她說：⟦「潮水^幫了我們。」⟧'],
  ['Japanese, nested', '「彼は⟦『停^電』⟧と言った」と述べた。'],
  ['Japanese vertical marks', '彼は⟦﹁停^電﹂⟧と言った。'],
]

export const quotationCases: readonly QuotationCase[] = rows.map(([why, marked]) => ({
  why,
  text: marked.replace(/[⟦⟧^]/gu, ''),
  offset: marked.replace(/[⟦⟧]/gu, '').indexOf('^'),
  quotation: /⟦([^⟧]*)⟧/u.exec(marked)?.[1]?.replace('^', '') ?? null,
}))
