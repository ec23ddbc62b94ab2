// A hook of electron-builder: `--dir` packs no desktop entry, so this writes down what the .deb and the AppImage
// would get.
const { createRequire } = require('node:module')
const { readFileSync, writeFileSync } = require('node:fs')
const path = require('node:path')

const builder = createRequire(require.resolve('electron-builder'))
const { LinuxTargetHelper } = builder('app-builder-lib/out/targets/LinuxTargetHelper')

module.exports = async ({ packager, outDir, electronPlatformName }) => {
  if (electronPlatformName !== 'linux') return
  const helper = new LinuxTargetHelper(packager)
  const found = {
    entry: await helper.computeDesktopEntry(packager.platformSpecificBuildOptions),
    mimeTypes: readFileSync(await helper.mimeTypeFiles, 'utf8'),
    icons: (await helper.icons).map(({ size }) => size),
  }
  writeFileSync(path.join(outDir, 'desktop-entry.json'), JSON.stringify(found))
}
