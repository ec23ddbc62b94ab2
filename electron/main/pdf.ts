import { BrowserWindow, type PrintToPDFOptions, type Session, session } from 'electron'
import type { ExportFailure } from '../../shared/failure.ts'
import { err, ok } from '../../shared/result.ts'
import { Queue } from '../desk/queue.ts'
import type { PrintPdf } from '../exchange/make-export.ts'

// A session of its own, in memory: nothing of a report is ever in a cache on the disk.
const PARTITION = 'galley-print'
const PAGE = 'app://report/'
// Milliseconds: a book with thousands of marks takes a minute on a slow computer.
const LIMIT = 180_000

/** Page numbers and margins are the report's own, in its `@page`; A4 where it names no size. */
const OPTIONS: PrintToPDFOptions = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

/** Prints reports with Electron's own engine, one after the other. Call once, after `ready`. */
export function pdfPrinter(): PrintPdf {
  const queue = new Queue()
  const printing = session.fromPartition(PARTITION)
  let html = ''
  shut(printing)
  printing.protocol.handle('app', (request) =>
    request.url === PAGE
      ? new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
      : new Response(null, { status: 404 }),
  )
  return (document, signal) =>
    queue.run(() => {
      html = document
      return print(signal)
    })
}

/** Nothing but the report itself, and the pictures in it, is loaded; nothing is granted. */
function shut(printing: Session): void {
  printing.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: url !== PAGE && !url.startsWith('data:') }),
  )
  printing.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  printing.setPermissionCheckHandler(() => false)
  printing.on('will-download', (event) => event.preventDefault())
}

async function print(signal: AbortSignal): ReturnType<PrintPdf> {
  if (signal.aborted) return err({ kind: 'export-cancelled' })
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webSecurity: true,
      spellcheck: false,
      devTools: false,
    },
  })
  const ended = endOf(window, signal)
  try {
    const printed = window.loadURL(PAGE).then(() => window.webContents.printToPDF(OPTIONS))
    const pdf = await Promise.race([printed, ended.failure])
    return pdf instanceof Uint8Array ? ok(pdf) : err(pdf)
  } catch (error) {
    return err({ kind: 'pdf-failed', detail: error instanceof Error ? error.message : String(error) })
  } finally {
    ended.forget()
    if (!window.isDestroyed()) window.destroy()
  }
}

/** What ends the printing before its time, whichever comes first. */
function endOf(window: BrowserWindow, signal: AbortSignal) {
  let fail: (failure: ExportFailure) => void = () => {}
  const failure = new Promise<ExportFailure>((resolve) => {
    fail = resolve
  })
  const cancel = (): void => fail({ kind: 'export-cancelled' })
  const late = setTimeout(() => fail({ kind: 'pdf-too-slow', seconds: LIMIT / 1000 }), LIMIT)
  signal.addEventListener('abort', cancel)
  window.webContents.once('render-process-gone', (_event, { reason }) =>
    fail({ kind: 'pdf-failed', detail: reason }),
  )
  return {
    failure,
    forget() {
      clearTimeout(late)
      signal.removeEventListener('abort', cancel)
    },
  }
}
