const small = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]

/** A count that opens a sentence, with its verb: "One video was", "Two videos were", "31 videos were". */
export function counted(count: number, one: string, many: string): string {
  return `${small[count] ?? count} ${count === 1 ? one : many} ${count === 1 ? 'was' : 'were'}`
}
