import type { Match } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'
import type { PlacedAddress } from '@/lib/core/types'
import type { CheckedFiles, KnownQuestion } from './library/checked-files'
import type { QuestionFile } from './question/question-file'

/** A rule with what finds it: each function that it has is asked about the files that it names. */
export type Rule = RuleDefinition & {
  /** A file as it is, with its byte-order mark and line ends: offsets, of fixes too, are in `raw`. */
  findInBytes?(raw: string): Iterable<Match>
  /** A question by itself; `rules` are all rules by their names. */
  findInQuestion?(file: QuestionFile, rules: ReadonlyMap<string, RuleDefinition>): Iterable<Match>
  /** A question among the others. */
  findInLibrary?(question: KnownQuestion, files: CheckedFiles): Iterable<Match>
  /** The addresses in content/gone.yml. */
  findInRemoved?(removed: readonly PlacedAddress[], files: CheckedFiles): Iterable<Match>
}
