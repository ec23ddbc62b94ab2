import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLine } from '../../helpers/cli.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

function deskWith(text: string | Buffer) {
  const folder = tempFolder()
  writeFileSync(path.join(folder, 'story.txt'), text)
  return { folder, galley: commandLine(folder) }
}

const mark = (galley: ReturnType<typeof commandLine>, quote: string, ...more: string[]) =>
  galley('tag', 'story.txt', '--as', 'Jane Doe', '--tag', 'fact', '--quote', quote, ...more)

describe('galley text', () => {
  it.each([
    ['line feeds', 'One\n\nTwo\n', 'One\n\nTwo\n'],
    ['carriage returns and a byte order mark', '\uFEFFOne\r\nTwo', 'One\nTwo'],
    ['UTF-16', Buffer.from('\uFEFFZoë', 'utf16le'), 'Zoë'],
  ])('prints the story text and nothing else: %s', async (_name, file, expected) => {
    const { galley } = deskWith(file)
    expect(await galley('text', 'story.txt')).toEqual({ code: 0, out: expected, err: '' })
  })
})

describe('galley text of a web page', () => {
  const words = 'The quay is closed until the cracks are mended, the harbour master said on Friday evening. '
  const page = `<!doctype html><html lang="en"><head><title>Quay closed</title></head><body>
<nav><ul><li><a href="/">Menu</a></li></ul></nav>
<article><h1>Quay closed</h1>${`<p>${words.repeat(3)}</p>\n`.repeat(4)}</article></body></html>`

  function deskWithPage() {
    const folder = tempFolder()
    writeFileSync(path.join(folder, 'quay.html'), page)
    return commandLine(folder)
  }

  it('prints the article, and the whole page where that is asked for', async () => {
    const galley = deskWithPage()
    const article = await galley('text', 'quay.html')
    const whole = await galley('text', 'quay.html', '--whole-page')
    expect([article.code, article.out.includes(words.trim()), article.out.includes('Menu')]).toEqual([
      0,
      true,
      false,
    ])
    expect([whole.code, whole.out.includes(words.trim()), whole.out.includes('Menu')]).toEqual([
      0,
      true,
      true,
    ])
  })

  it('has no whole page of another format', async () => {
    const { galley } = deskWith('Rain.')
    expect(await galley('text', 'story.txt', '--whole-page')).toMatchObject({ code: 2, out: '' })
  })

  it('is marked, listed, checked and exported like any other story', async () => {
    const galley = deskWithPage()
    const tagged = await galley(
      'tag',
      'quay.html',
      '--as',
      'Jane Doe',
      '--tag',
      'fact',
      '--quote',
      'Quay closed',
    )
    expect(tagged).toMatchObject({ code: 0 })
    expect((await galley('list', 'quay.html')).out).toContain('Fact  “Quay closed”  Jane Doe')
    expect(await galley('check', 'quay.html')).toMatchObject({ code: 0 })
    expect(await galley('export', 'quay.html', '--to', 'csv')).toMatchObject({ code: 0 })
  })
})

describe('galley list', () => {
  it('says nothing about a story without annotations, and prints an empty array', async () => {
    const { galley } = deskWith('Rain.')
    expect(await galley('list', 'story.txt')).toEqual({ code: 0, out: '', err: '' })
    expect(await galley('list', 'story.txt', '--json')).toEqual({ code: 0, out: '[]\n', err: '' })
  })

  it('prints one line per annotation and its note and fields below', async () => {
    const { galley } = deskWith('It rained in May.')
    await mark(galley, 'rained', '--note', 'How\nmuch?', '--field', 'status=verified')
    expect((await galley('list', 'story.txt')).out).toBe(
      '3–9  Fact  “rained”  Jane Doe\n    How much?\n    Status: verified\n',
    )
  })

  it('shows an orphan last, without a place', async () => {
    const rest =
      'The barns were full by August, and the mill ran day and night. The fair was held in Overton.'
    const { folder, galley } = deskWith(`It rained. ${rest}`)
    await mark(galley, 'rained')
    await mark(galley, 'Overton')
    writeFileSync(path.join(folder, 'story.txt'), `It snowed a lot. ${rest}`)
    expect((await galley('list', 'story.txt')).out).toBe(
      '101–108  Fact  “Overton”  Jane Doe\norphan  Fact  “rained”  Jane Doe\n',
    )
    const rows = JSON.parse((await galley('list', 'story.txt', '--json')).out)
    expect(rows[1]).toMatchObject({ start: null, end: null, quote: 'rained', status: 'orphan' })
  })

  it('says of a mark that other words stand there than were confirmed', async () => {
    const rest = ' The barns were full by August, and the mill ran day and night.'
    const { folder, galley } = deskWith(`It rained for 12 days in May.${rest}`)
    await mark(galley, '12 days')
    writeFileSync(path.join(folder, 'story.txt'), `It rained for 21 days in May.${rest}`)
    expect((await galley('list', 'story.txt')).out).toBe('14–21 changed  Fact  “12 days”  Jane Doe\n')
    const [row] = JSON.parse((await galley('list', 'story.txt', '--json')).out)
    expect(row).toMatchObject({ start: 14, end: 21, quote: '12 days', status: 'changed' })
  })

  it('lets no text of a file act on the terminal', async () => {
    const { galley } = deskWith('It rained in May.')
    await mark(galley, 'rained', '--note', 'red \u001B[31m, title \u001B]0;x\u0007, turned \u202Etxet')
    const { out } = await galley('list', 'story.txt')
    expect(out).toContain('    red \uFFFD[31m, title \uFFFD]0;x\uFFFD, turned \uFFFDtxet\n')
  })

  it('names a file that cannot be read, on standard error', async () => {
    const { folder, galley } = deskWith('Rain.')
    writeFileSync(path.join(folder, 'story.txt.someone-00000000.annotations.json'), '')
    const { code, out, err } = await galley('list', 'story.txt', '--json')
    expect([code, out]).toEqual([0, '[]\n'])
    expect(err).toContain('The annotation file “story.txt.someone-00000000.annotations.json” is empty.')
  })
})
