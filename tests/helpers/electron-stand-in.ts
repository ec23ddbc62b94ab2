// Where `electron` leads inside a test: the real package would start a download when imported under plain Node.
export * from './electron-stand-in.mjs'
