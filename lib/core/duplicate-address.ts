import type { Problem } from './finding'
import { toQuestionPath } from './routes'
import type { QuestionKey } from './types'

/** What is wrong with a file whose address another file has; `twin` is that file's path. */
export function toTwinProblem({ subject, slug }: QuestionKey, twin: string): Problem {
  const message = `Two files make the address ${toQuestionPath(subject, slug)}: this one and ${twin}. Rename or remove one.`
  return { line: 1, column: 1, rule: 'address-unique', message }
}
