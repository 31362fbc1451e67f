/**
 * TeX commands that begin with n, as KaTeX knows them, except \ni, \null and \nobreak: in a folded answer those are a line
 * break far more often (`\nif`, `\ni = 1`).
 */
const commandsWithN = new Set(
  `nabla natural ncong ndash ne nearrow neg negmedspace negthickspace negthinspace neq newcommand newline nexists ngeq ngeqq
  ngeqslant ngtr nleftarrow nleftrightarrow nleq nleqq nleqslant nless nmid nolimits nonumber not notag notin notni
  nparallel nprec npreceq nrightarrow nshortmid nshortparallel nsim nsubseteq nsubseteqq nsucc nsucceq nsupseteq
  nsupseteqq ntriangleleft ntrianglelefteq ntriangleright ntrianglerighteq nu nvDash nvdash nwarrow nLeftarrow
  nLeftrightarrow nRightarrow nVDash nVdash`.split(/\s+/),
)

/** Those of them whose rest (`u`, `e`) is a variable that often begins a line. */
const variables = new Set(['nu', 'ne'])

/**
 * Those of them whose rest is a word (`less`, `mid`), so that outside formulas the backslash-n is a line break.
 */
const words = new Set(['nu', 'ne', 'nless', 'nmid', 'nsim', 'newline', 'nearrow', 'natural', 'nprec', 'nwarrow'])

/** The letters after a backslash: the name of the command that it may begin. */
const nameAt = (text: string, backslash: number) =>
  /^[A-Za-z]+/.exec(text.slice(backslash + 1, backslash + 24))?.[0] ?? ''

/**
 * Whether the `\n` at `backslash` inside a formula begins a TeX command; otherwise it is a line break. Right after the
 * opening delimiter or a row's end (`\\`), where a line break is likely, `\nu` and `\ne` are a break and a variable.
 */
export function isCommandInMath(text: string, backslash: number, lineMayBegin: boolean): boolean {
  const name = nameAt(text, backslash)
  if (!commandsWithN.has(name)) return false
  if (!variables.has(name)) return true
  const next = text[backslash + 1 + name.length]
  return !lineMayBegin && !(name === 'ne' && (next === '^' || next === '_'))
}

/** Whether the `\n` at `backslash` in running text begins a TeX command that was written without delimiters. */
export function isCommandInText(text: string, backslash: number): boolean {
  const name = nameAt(text, backslash)
  return commandsWithN.has(name) && !words.has(name)
}
