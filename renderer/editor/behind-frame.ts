/** Runs something when the frame that is being made is painted. Returns how to call it off. */
export function behindFrame(run: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    run()
  }
  port2.postMessage(null)
  return () => port1.close()
}
