import { Buffer } from 'node:buffer'
import { wordFile } from './word-package.ts'
import {
  comment,
  del,
  ins,
  item,
  link,
  numbering,
  on,
  p,
  picture,
  sign,
  styles,
  t,
  table,
  thread,
} from './word-xml.ts'

/** A grey rectangle of 6 × 4 points, as PNG. */
export const greyPicture = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAAAAACIbxGfAAAADklEQVR42mOYCQYM2CgAyOwOWc3/0p4AAAAASUVORK5CYII=',
    'base64',
  ),
)

/** An ordinary story as a reporter hands it in: styles, lists, a quote, a link, no comments. */
const lighthouse = () =>
  wordFile({
    styles,
    numbering,
    links: { link1: 'https://example.org/lighthouse/report', link2: 'mailto:desk@example.org' },
    body: [
      p('Keepers return to Skerry Head light', 'Schlagzeile'),
      p('The last staffed lighthouse of the coast reopens after eleven years', 'Untertitel'),
      p('By Ada Brandt', 'Vorspann'),
      p(
        t('Two keepers moved back into the lighthouse of Skerry Head on Friday, eleven years after the ') +
          t('Coastal Lights Board', 'b') +
          t(' switched the lamp to ') +
          t('automatic', 'i') +
          t(' and locked the door.'),
      ),
      p(
        `${t('The board ')}${link('link1', 'said in a report')}${t(' that remote control had failed nine times in 2025.')}`,
      ),
      p(
        '“A lamp is a promise. Somebody has to be there to keep it,” said Tove Lindqvist, the senior keeper.',
        'Zitat',
      ),
      p('What changes', 'berschrift1'),
      item('The lamp is lit by hand at dusk.', 1),
      item('The fog signal is back:', 1),
      item('two blasts a minute,', 1, 1),
      item('and none before 5 a.m.', 1, 1),
      p('What comes next', 'berschrift2'),
      item('The board reviews the costs in March.', 2),
      item('The council votes in May.', 2),
      p(
        `${t('Readers can write to ')}${link('link2', 'the desk')}${t('. The first visitors may climb the tower at Easter.')}`,
      ),
    ].join(''),
  })

/** The same house's desk at work: two people, a thread, a resolved one, a tag in brackets, overlaps, a table. */
const budget = () =>
  wordFile({
    styles,
    body: [
      p('Council passes budget without a cut to libraries', 'Schlagzeile'),
      p(
        t('The council of Marrow Bay ') +
          on('0 1', t('passed its budget ') + t('by one vote', 'b')) +
          t(' on Tuesday night. It spends ') +
          on('2', t('48 million crowns')) +
          t(' on schools.'),
      ),
      p(
        `${t('“Nobody will lose a library card,” ')}<w:commentRangeStart w:id="3"/>${t('said the mayor, Ines Falk.')}`,
      ),
      p(
        `${t('Her opponents call it')}<w:commentRangeEnd w:id="3"/>${sign('3')}${t(' a gamble 🎲 on rising rents.')}`,
      ),
      table([
        ['Item', 'Million crowns'],
        ['Schools', p(on('4', t('48')))],
        ['Libraries', '6.5'],
      ]),
      p(`${t('The budget takes effect on 1 January.')}${sign('5')}`),
    ].join(''),
    comments: [
      comment('0', 'M. Okafor', ['[FACT] Check the minutes.'], { initials: 'MO', paraId: '10000001' }),
      comment('1', 'L. Haddad', ['Minutes say 12 to 11.', 'Page 4.'], {
        initials: 'LH',
        paraId: '10000002',
        date: '2026-11-20T10:12:00Z',
      }),
      comment('2', 'L. Haddad', ['Last year it was 45.'], { initials: 'LH', paraId: '10000003' }),
      comment('3', 'M. Okafor', ['[Photo caption] Use this sentence under the picture.'], {
        initials: 'MO',
        paraId: '10000004',
      }),
      comment('4', 'M. Okafor', ['Same figure as above?'], { initials: 'MO', paraId: '10000005' }),
      comment('5', '', ['Which year?'], { date: '0001-01-01T00:00:00Z', paraId: '10000006' }),
    ].join(''),
    commentsExtended: [
      thread('10000001', false),
      thread('10000002', false, '10000001'),
      thread('10000003', true),
      thread('10000004', false),
      thread('10000005', false),
      thread('10000006', false),
    ].join(''),
    commentsIds: '<w16cid:commentId w16cid:paraId="10000003" w16cid:durableId="2A000003"/>',
    commentsExtensible:
      '<w16cex:commentExtensible w16cex:durableId="2A000003" w16cex:dateUtc="2026-11-20T09:00:00Z"/>',
  })

/** Second version of a story: tracked changes, notes, picture with caption, text box, equation, header. */
const dam = () =>
  wordFile({
    styles,
    pictures: { picture1: 'image1.png' },
    media: { 'image1.png': greyPicture },
    header: p('The Marrow Bay Gazette – embargoed until 6 a.m.'),
    footnotes:
      note(-1, '<w:r><w:separator/></w:r>') +
      note(1, t(' Inspection report of the Water Office, 3 November 2026.')) +
      note(2, t(' The office declined to name the firm.')),
    body: [
      p('Cracks found in Tarn Dam', 'Titel'),
      p(
        t('Engineers found ') +
          del(1, 'three') +
          ins(2, t('four')) +
          t(' cracks in Tarn Dam') +
          noteReference(1) +
          t(', the Water Office ') +
          ins(3, on('0', t('confirmed on Thursday'))) +
          t('.'),
      ),
      p(picture('picture1', 'A grey wall with a dark line across it')),
      p('The north face of Tarn Dam on Wednesday. Photo: Water Office', 'Beschriftung'),
      p(
        t('The wall holds ') +
          '<m:oMath><m:r><m:t>p = ρgh</m:t></m:r></m:oMath>' +
          t(' as designed, ') +
          on('1', del(4, 'nobody is in danger')) +
          t('the office said. A private firm') +
          noteReference(2) +
          t(' measures it every hour.') +
          textBox('Tarn Dam: built 1961, 84 metres high.'),
      ),
      p(
        `${t('Level: ')}<w:fldSimple w:instr=" DOCPROPERTY level ">${t('212 metres')}</w:fldSimple>${t(' above the sea.')}${t('Do not print before noon.', 'h')}`,
      ),
    ].join(''),
    comments: [
      comment('0', 'R. Sandoval', ['By phone, 4 p.m.'], { initials: 'RS' }),
      comment('1', 'R. Sandoval', ['They took this back.'], { initials: 'RS' }),
    ].join(''),
  })

/** Arabic: right to left, Latin letters and digits inside, a comment across a border of direction. */
const bakery = () =>
  wordFile({
    styles,
    body: [
      p('مخابز الميناء تعود إلى العمل بعد أسبوع من الإضراب', 'Titel', '<w:bidi/>'),
      p(
        t('أعلنت نقابة الخبازين يوم ', 'r') +
          on('0', t('الخميس 19 نوفمبر', 'r')) +
          t(' انتهاء الإضراب الذي شلّ ', 'r') +
          '<w:dir w:val="rtl">' +
          t('مرسى الزيتون', 'r') +
          '</w:dir>' +
          t('، وقالت إن شركة ', 'r') +
          on('1', t('Olive Port Mills')) +
          t(' وافقت على رفع الأجور بنسبة 12%.', 'r'),
        '',
        '<w:bidi/>',
      ),
      p('«سنفتح الأفران قبل الفجر»، قال رئيس النقابة سامر حداد للصحفيين.', 'Zitat', '<w:bidi/>'),
    ].join(''),
    comments: [
      comment('0', 'ليلى حداد', ['[إسناد] من أعلن؟'], { initials: 'لح' }),
      comment('1', 'M. Okafor', ['Spelling as on their website'], { initials: 'MO' }),
    ].join(''),
  })

/** As Google Docs writes it: no threads, answers on the very same words, a closed one. */
const ferry = () =>
  wordFile({
    body: [
      p(t('The night ferry ') + on('0 1 2', t('sails again on Monday')) + t(', the line said.')),
      p(on('3 4', t('Tickets cost as much as before.'))),
    ].join(''),
    comments: [
      comment('0', 'Jun Abe', ['Monday the 30th?']),
      comment('1', 'Ada Brandt', ['Yes.']),
      comment('2', 'Jun Abe', ['_Marked as resolved_']),
      comment('3', 'Ada Brandt', ['Says who?']),
      comment('4', 'Jun Abe', ['The line, by mail.']),
    ].join(''),
  })

/** The files of `fixtures/office` by name. */
export const wordFixtures: Readonly<Record<string, () => Uint8Array>> = {
  'lighthouse.docx': lighthouse,
  'budget-comments.docx': budget,
  'dam-tracked.docx': dam,
  'bakery.ar.docx': bakery,
  'ferry-threads.docx': ferry,
}

function note(id: number, content: string): string {
  const type = id < 0 ? ' w:type="separator"' : ''
  return `<w:footnote${type} w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${content}</w:p></w:footnote>`
}

function noteReference(id: number): string {
  return `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
}

/** As Word writes it, without the form for older programs. */
function textBox(text: string): string {
  const shape = `<wps:wsp><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></wps:wsp>`
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`
}
