import { describe, expect, test } from 'vitest'
import { leadsOutside } from '../../../electron/main/outside.ts'

describe('a link in a card', () => {
  test.each(['https://example.org/a?b#c', 'http://example.org', 'mailto:desk@example.org'])(
    'leads to %s',
    (url) => {
      expect(leadsOutside({ url, disposition: 'foreground-tab' })).toBe(true)
    },
  )

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'app://bundle/',
    'about:blank',
    'https://',
    '',
  ])('never leads to %j', (url) => {
    expect(leadsOutside({ url, disposition: 'foreground-tab' })).toBe(false)
  })
})

test.each(['background-tab', 'new-window', 'default', 'other'])(
  'a page that asks for a %s gets nothing',
  (disposition) => {
    expect(leadsOutside({ url: 'https://example.org/', disposition })).toBe(false)
  },
)
