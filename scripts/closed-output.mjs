/**
 * Has a process go on where nobody reads any more what it says, such as after the end of the program that keeps its log:
 * Node would end it at the next line.
 */
export function outliveClosedOutput() {
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {})
}
