import type { ExportFailure } from '../../shared/failure.ts'
import { err, ok } from '../../shared/result.ts'
import { Queue } from '../desk/queue.ts'
import type { PrintPdf } from '../exchange/make-export.ts'
import { type Computer, findBrowser, isWithoutSandbox } from './find-browser.ts'
import { type HiddenBrowser, startHiddenBrowser } from './hidden-browser.ts'
import { printPage } from './print-page.ts'

/** Prints reports with an installed browser: one for a whole run, started at the first report. */
export interface PdfPrinter {
  readonly print: PrintPdf
  /** Ends the browser, if there is one. */
  close(): Promise<void>
}

export interface PdfLimits {
  /** Milliseconds until the browser answers for the first time. */
  readonly start: number
  /** Milliseconds for one document: a book of 100,000 words with thousands of marks takes a minute on a slow computer. */
  readonly print: number
  /** Milliseconds that the browser is kept for the next document. */
  readonly idle: number
}

const DEFAULTS: PdfLimits = { start: 30_000, print: 180_000, idle: 20_000 }

// Milliseconds. A browser that does not start is not tried again for each of five hundred stories.
const REMEMBERED = 60_000

/** `1` lets it print for the user root without a sandbox: for tests in containers, whose reports are their own. */
const ALLOWED = 'GALLEY_NO_SANDBOX'

/**
 * For the user root on Linux it refuses, as the window does, unless the environment says otherwise: what it prints has
 * no scripts and no network, but comes from files of others.
 */
export function createPdfPrinter(computer: Computer, limits: PdfLimits = DEFAULTS): PdfPrinter {
  const queue = new Queue()
  let running: HiddenBrowser | null = null
  let idle: NodeJS.Timeout | undefined
  let broken: { readonly failure: ExportFailure; readonly until: number } | null = null

  async function end(): Promise<void> {
    clearTimeout(idle)
    const browser = running
    running = null
    await browser?.close()
  }

  /** Resolves when it answers. What fails here fails for a while. */
  async function start(program: string, signal: AbortSignal): Promise<HiddenBrowser> {
    const { home } = computer
    const browser = await startHiddenBrowser({
      browser: program,
      home,
      withoutSandbox: isWithoutSandbox(computer),
    })
    try {
      await within(browser.cdp.send('Browser.getVersion'), limits.start, signal)
      return browser
    } catch (error) {
      await browser.close()
      const failure = failureOf(error, limits.start)
      if (failure.kind !== 'export-cancelled') broken = { failure, until: performance.now() + REMEMBERED }
      throw error
    }
  }

  async function printNow(html: string, signal: AbortSignal): ReturnType<PrintPdf> {
    if (signal.aborted) return err({ kind: 'export-cancelled' })
    clearTimeout(idle)
    // It may have been ended meanwhile, by the system or a person.
    if (running?.hasEnded() === true) await end()
    const program = running === null ? findBrowser(computer) : ''
    if (program === null) return err({ kind: 'pdf-no-browser' })
    if (isWithoutSandbox(computer) && computer.env[ALLOWED] !== '1') return err({ kind: 'pdf-root' })
    if (broken !== null && performance.now() < broken.until) return err(broken.failure)
    let limit = limits.start
    try {
      running ??= await start(program, signal)
      limit = limits.print
      const pdf = await within(printPage(running.cdp, html), limits.print, signal)
      idle = setTimeout(() => void queue.run(end), limits.idle)
      idle.unref()
      return ok(pdf)
    } catch (error) {
      // Whatever it is still doing, the next document gets a fresh one.
      await end()
      return err(failureOf(error, limit))
    }
  }

  return {
    print: (html, signal) => queue.run(() => printNow(html, signal)),
    close: () => queue.run(end),
  }
}

class TooSlow extends Error {}
class Cancelled extends Error {}

function failureOf(error: unknown, limit: number): ExportFailure {
  if (error instanceof Cancelled) return { kind: 'export-cancelled' }
  if (error instanceof TooSlow) return { kind: 'pdf-too-slow', seconds: Math.round(limit / 1000) }
  return { kind: 'pdf-failed', detail: error instanceof Error ? error.message : String(error) }
}

/** Rejects when the time is over or the signal is set, whatever the work does then. */
async function within<T>(work: Promise<T>, ms: number, signal: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  let stop = (): void => {}
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooSlow()), ms)
    stop = () => reject(new Cancelled())
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
    work.catch(() => {})
  }
}
