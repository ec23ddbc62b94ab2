import { useEffect } from 'react'
import { mayRepeat } from '../../shared/desk/key-repeat.ts'
import { bindingsOf } from '../../shared/desk/keys.ts'
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
      const { singleKeys: single, keys } = settings
      const bindings = bindingsOf(keys)
      const { platform } = beginning
      const command = matchKey(event, { single, bindings, platform, story, typing })
      // A field undoes its own typing.
      if (command === null || (isField(target) && (command === 'undo' || command === 'redo'))) return
      // Ctrl+S and its like never do here what the browser means by them.
      const held = event.repeat && !mayRepeat(command)
      if (held || runner.run(command) || event.ctrlKey || event.metaKey) event.preventDefault()
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
