import { describe, expect, it } from 'vitest'
import { newSidecar } from '../../../shared/annotation/new-sidecar.ts'
import { isAbout, isWrittenBy } from '../../../shared/annotation/ownership.ts'
import { parseSidecar } from '../../../shared/annotation/sidecar-codec.ts'
import { serialiseSidecar } from '../../../shared/annotation/sidecar-print.ts'
import {
  annotatorId,
  aSidecar,
  countingIds,
  deskComputer,
  jane,
  laptop,
  sha256,
} from '../../helpers/annotation.ts'

const facts = {
  storyName: 'Café.txt'.normalize('NFD'),
  reader: 'txt/1',
  fileSha256: sha256(3),
  textSha256: sha256(1),
  textLength: 18,
}
const sidecar = newSidecar({ ...facts, newId: countingIds(), person: jane, device: deskComputer })

describe('a new sidecar', () => {
  it('says whose it is and which text it counts in, and holds nothing', () => {
    expect(sidecar).toEqual({
      ...aSidecar(),
      label: 'Café.txt — Jane Doe',
      'galley:story': { ...aSidecar()['galley:story'], 'galley:name': 'Café.txt' },
    })
  })

  it('is read back as it was written', () => {
    expect(parseSidecar(serialiseSidecar(sidecar), 'x')).toEqual({ ok: true, value: sidecar })
  })

  it('belongs to its story, however the name is composed, and to its writer', () => {
    expect([
      isAbout(sidecar, 'Café.txt'),
      isAbout(sidecar, facts.storyName),
      isAbout(sidecar, 'café.txt'),
      isWrittenBy(sidecar, jane.id, deskComputer),
      isWrittenBy(sidecar, jane.id, laptop),
      isWrittenBy(sidecar, annotatorId(2), deskComputer),
    ]).toEqual([true, true, false, true, false, false])
  })
})
