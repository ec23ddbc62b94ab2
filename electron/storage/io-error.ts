import type { SaveFailure } from '../../shared/failure.ts'

/** The system's code of an I/O error, e.g. `ENOENT`; `EUNKNOWN` for anything else. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return 'EUNKNOWN'
}

export function isMissing(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** What a failed write beside a story means to a person. `file`: the sidecar's name. */
export function saveFailure(error: unknown, file: string, platform = process.platform): SaveFailure {
  const code = codeOf(error)
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    // A network share that went away.
    case 'ESTALE':
    case 'ENOTCONN':
    case 'EHOSTDOWN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENXIO':
      return { kind: 'folder-gone', file }
    case 'EACCES':
    case 'EPERM':
      // Windows answers so while another program holds the file that would be replaced.
      if (platform === 'win32' && isRename(error)) return { kind: 'file-locked', file }
      return { kind: 'folder-read-only', file }
    case 'EROFS':
      return { kind: 'folder-read-only', file }
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { kind: 'disk-full', file }
    case 'EBUSY':
    case 'ETXTBSY':
      return { kind: 'file-locked', file }
    case 'ENAMETOOLONG':
      return { kind: 'name-too-long', file }
    default:
      return { kind: 'save-io', file, code }
  }
}

function isRename(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'rename'
}
