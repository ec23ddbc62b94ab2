import { announceElectron } from './electron.ts'

export default function setup(): void {
  announceElectron()
}
