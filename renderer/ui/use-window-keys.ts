import { useEffect } from 'react'
import { matchKey } from '../editor/key-match.ts'
import { useTools } from './tools.ts'

/** Keys of the command table outside the story, and those in it that are not the editor's. */
export function useWindowKeys(): void {
  const { runner, store } = useTools()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event
      const { beginning, settings, open } = store.get()
      if (event.defaultPrevented || event.isComposing || !(target instanceof Element)) return
      if (beginning === null || isInPopup(target)) return
      const story = target.closest('.story') !== null
      const typing = open?.editor.mode === 'edit' && open.editor.placing === null
      const command = matchKey(event, { ...settings, platform: beginning.platform, story, typing })
      // A field undoes its own typing.
      if (command === null || (isField(target) && (command === 'undo' || command === 'redo'))) return
      // Ctrl+S and its like never do here what the browser means by them.
      if (runner.run(command) || event.ctrlKey || event.metaKey) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [runner, store])
}

function isInPopup(target: Element): boolean {
  return target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null
}

function isField(target: Element): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
