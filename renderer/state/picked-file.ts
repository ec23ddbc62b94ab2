import type { PickedFile } from '../../shared/desk/contract-import.ts'
import { IMPORT_LIMIT } from '../../shared/exchange/input.ts'
import type { ImportFailure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'

/**
 * What a page hands over of the files that a person picked: the annotations, and the text that a brat `.ann` stands
 * off, where that was picked as well.
 */
export async function pickedFile(files: readonly File[]): Promise<Result<PickedFile, ImportFailure>> {
  const ann = files.find(({ name }) => /\.ann$/i.test(name))
  const file = ann ?? files[0]
  if (file === undefined) return err({ kind: 'import-io', file: '', code: 'ENOENT' })
  const text = ann === undefined ? undefined : files.find(({ name }) => /\.txt$/i.test(name))
  const large = [file, text].find((one) => one !== undefined && one.size > IMPORT_LIMIT)
  if (large !== undefined) {
    return err({ kind: 'import-too-large', file: large.name, bytes: large.size, limit: IMPORT_LIMIT })
  }
  try {
    const base64 = await inBase64(file)
    const companion = text === undefined ? {} : { companion: await text.text() }
    return ok({ name: file.name, base64, ...companion })
  } catch {
    // It was moved or locked between the dialog and now.
    return err({ kind: 'import-io', file: file.name, code: 'EIO' })
  }
}

function inBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const address = String(reader.result)
      resolve(address.slice(address.indexOf(',') + 1))
    }
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
