import { describe, expect, it } from 'vitest'
import { saveFailure } from '../../electron/storage/io-error.ts'

const failed = (code: string, syscall = 'open') => Object.assign(new Error(code), { code, syscall })

describe('what a failed write means', () => {
  it.each([
    ['ENOENT', 'linux', { kind: 'folder-gone' }],
    ['ESTALE', 'linux', { kind: 'folder-gone' }],
    ['EACCES', 'linux', { kind: 'folder-read-only' }],
    ['EPERM', 'darwin', { kind: 'folder-read-only' }],
    ['EROFS', 'linux', { kind: 'folder-read-only' }],
    ['ENOSPC', 'linux', { kind: 'disk-full' }],
    ['EDQUOT', 'linux', { kind: 'disk-full' }],
    ['EBUSY', 'win32', { kind: 'file-locked' }],
    ['EACCES', 'win32', { kind: 'folder-read-only' }],
    ['ENAMETOOLONG', 'linux', { kind: 'name-too-long' }],
    ['EIO', 'linux', { kind: 'save-io', code: 'EIO' }],
  ] as const)('for %s on %s', (code, platform, expected) => {
    expect(saveFailure(failed(code), 'a.json', platform)).toEqual({ ...expected, file: 'a.json' })
  })

  it('for a rename that Windows refuses: another program holds the file', () => {
    expect(saveFailure(failed('EPERM', 'rename'), 'a.json', 'win32')).toEqual({
      kind: 'file-locked',
      file: 'a.json',
    })
  })

  it('for what is no error of the system', () => {
    expect(saveFailure('odd', 'a.json')).toEqual({ kind: 'save-io', file: 'a.json', code: 'EUNKNOWN' })
  })
})
