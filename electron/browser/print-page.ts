import type { Cdp } from './cdp.ts'

// Inches: A4, for a report that names no size of its own.
const PAPER = { paperWidth: 8.27, paperHeight: 11.69 }

/**
 * Prints a document in a page of its own: tagged, with an outline, without scripts and without network. Rejects when
 * the browser refuses, or ends, or the page's process does.
 */
export async function printPage(cdp: Cdp, html: string): Promise<Uint8Array> {
  const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank' })
  try {
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true })
    const session = String(sessionId)
    const crashed = cdp.next('Inspector.targetCrashed', session).then(() => {
      throw new Error('the page crashed')
    })
    return await Promise.race([print(cdp, session, html), crashed])
  } finally {
    await cdp.send('Target.closeTarget', { targetId }).catch(() => {})
  }
}

async function print(cdp: Cdp, session: string, html: string): Promise<Uint8Array> {
  const ask = (method: string, parameters: object = {}) => cdp.send(method, parameters, session)
  await Promise.all([ask('Inspector.enable'), ask('Page.enable'), ask('Network.enable')])
  await ask('Emulation.setScriptExecutionDisabled', { value: true })
  await ask('Network.emulateNetworkConditions', {
    offline: true,
    latency: 0,
    downloadThroughput: 0,
    uploadThroughput: 0,
  })
  const { frameTree } = await ask('Page.getFrameTree')
  const loaded = cdp.next('Page.loadEventFired', session)
  // Not an unhandled rejection when what comes before it fails already.
  loaded.catch(() => {})
  await ask('Page.setDocumentContent', { frameId: frameIdOf(frameTree), html })
  await loaded
  const { data } = await ask('Page.printToPDF', {
    ...PAPER,
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
  return Buffer.from(String(data), 'base64')
}

function frameIdOf(tree: unknown): string {
  const { frame } = tree as { readonly frame: { readonly id: string } }
  return frame.id
}
