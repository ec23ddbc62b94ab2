/** A count that opens a sentence, with its verb: "1 video was", "31 videos were". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? `${one} was` : `${many} were`}`
}
