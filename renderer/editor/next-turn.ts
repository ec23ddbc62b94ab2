/**
 * Resolves after the browser had a turn for input and drawing. A message, because timers that call timers are
 * held back for four milliseconds each (HTML standard, "timer nesting level").
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
