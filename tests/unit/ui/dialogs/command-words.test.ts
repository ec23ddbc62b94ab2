import { expect, test } from 'vitest'
import { commandGroups, namedCommands } from '../../../../renderer/ui/dialogs/command-words.ts'
import { helpRows } from '../../../../renderer/ui/dialogs/help-rows.ts'
import { paletteChoices } from '../../../../renderer/ui/dialogs/palette-choices.ts'
import { keyboardOf } from '../../../../renderer/ui/use-keyboard.ts'
import { commandTable } from '../../../../shared/desk/commands.ts'
import { builtInTags } from '../../../../shared/tags.ts'

const keyboard = keyboardOf({ keys: {}, singleKeys: true }, 'linux')
const rows = helpRows(builtInTags, keyboard)

test('tags are called by name, and digits without a tag are left out', () => {
  const labels = namedCommands(builtInTags).map(({ label }) => label)
  expect(labels).toContain('Tag as Fact')
  expect(labels).toContain('Arm Photo caption: tag each selection at once')
  expect(labels.filter((label) => /\d/.test(label))).toEqual([])
})

test('every command of the table has a row in the help, but for digits without a tag and the arming ones', () => {
  const listed = new Set(rows.map(({ id }) => id))
  const missing = commandTable.map(({ id }) => id).filter((id) => !listed.has(id))
  expect(missing.filter((id) => !/^arm-\d$|^tag-[5-9]$/.test(id))).toEqual([])
})

test('every row stands under a heading', () => {
  const groups = new Set(commandGroups.map(([group]) => group))
  expect(rows.filter(({ group }) => !groups.has(group))).toEqual([])
})

test('arming is one row, from the first digit to the last that has a tag', () => {
  const arming = rows.filter(({ label }) => label.startsWith('Arm'))
  expect(arming.map(({ keys }) => keys)).toEqual([['Shift+1 … Shift+4']])
})

test('without single keys the help has no row for arming', () => {
  const off = helpRows(builtInTags, keyboardOf({ keys: {}, singleKeys: false }, 'linux'))
  expect(off.some(({ label }) => label.startsWith('Arm'))).toBe(false)
})

test('the palette has commands and stories, and says which can’t be done now', () => {
  const story = {
    story: 'id' as never,
    name: 'harbour.txt',
    folder: 'desk',
    group: 'folder' as const,
    headline: 'Harbour tunnel reopens',
  }
  const nameless = { ...story, story: 'other' as never, headline: '' }
  const choices = paletteChoices({
    tags: builtInTags,
    stories: [story, nameless],
    keyboard,
    can: (id) => id === 'note',
  })
  const labels = choices.filter(({ possible }) => possible).map(({ label }) => label)
  expect(labels).toEqual(['Write a note', 'Open: Harbour tunnel reopens', 'Open: harbour.txt'])
  expect(choices.some(({ id }) => id === 'palette')).toBe(false)
  expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length)
})
