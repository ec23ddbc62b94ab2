// A window that is not shown draws no frames; what waits for one must still come.
const LATEST = 250

/** Runs something once the next frame is on the screen, so that what a key did there is seen first. */
export function afterPaint(run: () => void): void {
  let done = false
  const once = () => {
    if (done) return
    done = true
    run()
  }
  setTimeout(once, LATEST)
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = once
    port2.postMessage(null)
  })
}
