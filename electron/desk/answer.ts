import type { ZodType } from 'zod'
import type { DeskApi, Method } from '../../shared/desk/contract.ts'
import { methods } from '../../shared/desk/methods.ts'
import { schemas } from '../../shared/desk/schemas.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, type Result } from '../../shared/result.ts'
import type { Client } from './host.ts'

type Door = (input: unknown) => Promise<Result<unknown, Failure>>

/**
 * The single door to the desk: whatever a transport brings is a name and raw arguments. Nothing but the methods
 * of the contract can be called, nothing runs on arguments that were not checked, nothing is thrown out.
 */
export function makeAnswer(api: DeskApi, log: (error: unknown) => void): Client['answer'] {
  const doors: { readonly [M in Method]: Door } = {
    begin: door(schemas.begin, api.begin),
    nameAnnotator: door(schemas.nameAnnotator, api.nameAnnotator),
    changeSettings: door(schemas.changeSettings, api.changeSettings),
    shareTags: door(schemas.shareTags, api.shareTags),
    listStories: door(schemas.listStories, api.listStories),
    chooseStory: door(schemas.chooseStory, api.chooseStory),
    openStory: door(schemas.openStory, api.openStory),
    cancelOpening: door(schemas.cancelOpening, api.cancelOpening),
    showWholePage: door(schemas.showWholePage, api.showWholePage),
    readMarks: door(schemas.readMarks, api.readMarks),
    openSample: door(schemas.openSample, api.openSample),
    openDropped: door(schemas.openDropped, api.openDropped),
    matchDropped: door(schemas.matchDropped, api.matchDropped),
    changeAnnotations: door(schemas.changeAnnotations, api.changeAnnotations),
    settlePlaces: door(schemas.settlePlaces, api.settlePlaces),
    saveText: door(schemas.saveText, api.saveText),
    keepBoth: door(schemas.keepBoth, api.keepBoth),
    adopt: door(schemas.adopt, api.adopt),
    retrySave: door(schemas.retrySave, api.retrySave),
    setAside: door(schemas.setAside, api.setAside),
    answerIdentity: door(schemas.answerIdentity, api.answerIdentity),
    storyImage: door(schemas.storyImage, api.storyImage),
    closeStory: door(schemas.closeStory, api.closeStory),
    exportStory: door(schemas.exportStory, api.exportStory),
    exportFolder: door(schemas.exportFolder, api.exportFolder),
    cancelExport: door(schemas.cancelExport, api.cancelExport),
    readImport: door(schemas.readImport, api.readImport),
    cancelImport: door(schemas.cancelImport, api.cancelImport),
    importMarks: door(schemas.importMarks, api.importMarks),
    flushed: door(schemas.flushed, api.flushed),
  }
  return async (method, input, from) => {
    if (!isMethod(method)) return err({ kind: 'unknown-method', method: String(method).slice(0, 64) })
    if (methods[method] === 'preload' && from !== 'preload') return err({ kind: 'forbidden' })
    try {
      return await doors[method](input)
    } catch (error) {
      log(error)
      return err({ kind: 'internal' })
    }
  }
}

function door<T>(schema: ZodType<T>, act: (input: T) => Promise<Result<unknown, Failure>>): Door {
  return async (input) => {
    const checked = schema.safeParse(input)
    if (checked.success) return act(checked.data)
    const issue = checked.error.issues[0]
    return err({ kind: 'bad-request', detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` })
  }
}

function isMethod(name: string): name is Method {
  return Object.hasOwn(methods, name)
}
