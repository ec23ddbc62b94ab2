// Answers like a browser that prints, and hands out the page that it was given in place of a PDF of it, so that a test
// can read what is on the paper. Messages end with a zero byte, as https://chromedevtools.github.io/devtools-protocol
// has them over pipes: they come in by 3 and go out by 4.
import { Socket } from 'node:net'

const [from, to] = [new Socket({ fd: 3 }), new Socket({ fd: 4 })]
const send = (message) => to.write(`${JSON.stringify(message)}\0`)

let html = ''

function resultOf(method, params) {
  switch (method) {
    case 'Target.createTarget':
      return { targetId: 'page' }
    case 'Target.attachToTarget':
      return { sessionId: 'session' }
    case 'Page.getFrameTree':
      return { frameTree: { frame: { id: 'frame' } } }
    case 'Page.setDocumentContent':
      html = params.html
      return {}
    case 'Page.printToPDF':
      return { data: Buffer.from(html).toString('base64') }
    default:
      return {}
  }
}

let left = ''
for await (const chunk of from.setEncoding('utf8')) {
  const messages = (left + chunk).split('\0')
  left = messages.pop() ?? ''
  for (const message of messages) {
    const { id, method, params, sessionId } = JSON.parse(message)
    send({ id, result: resultOf(method, params), sessionId })
    if (method === 'Page.setDocumentContent') send({ method: 'Page.loadEventFired', params: {}, sessionId })
    if (method === 'Browser.close') process.exit(0)
  }
}
