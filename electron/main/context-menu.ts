import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron'

/** Cut, copy, paste under the right button where they can be done, as everywhere on the computer. */
export function addContextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, { editFlags, isEditable, selectionText }) => {
    const template: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', enabled: editFlags.canCut },
          { role: 'copy', enabled: editFlags.canCopy },
          { role: 'paste', enabled: editFlags.canPaste },
          { type: 'separator' },
          { role: 'selectAll', enabled: editFlags.canSelectAll },
        ]
      : [{ role: 'copy', enabled: editFlags.canCopy }]
    if (isEditable || selectionText !== '') Menu.buildFromTemplate(template).popup()
  })
}
