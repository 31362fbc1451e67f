/**
 * Keeps a process running when nobody reads its output any more, for example because the program that collects its log has
 * exited: by default, Node would exit at the next line.
 */
export function outliveClosedOutput() {
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {})
}
