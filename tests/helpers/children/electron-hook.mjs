// `node --import` of this file lets `import … from 'electron'` find the stand-in, also in a built bundle.
import { register } from 'node:module'

const standIn = new URL('../electron-stand-in.mjs', import.meta.url).href
const hook = `export const resolve = (name, context, next) =>
  name === 'electron' ? { url: ${JSON.stringify(standIn)}, shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(hook)}`)
