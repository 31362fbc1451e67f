import type { Match } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'
import type { PlacedAddress } from '@/lib/core/types'
import type { CheckedFiles, KnownQuestion } from './library/checked-files'
import type { QuestionFile } from './question/question-file'
import type { Wording } from './text/wording'

/** A rule with its implementation: one or more of these functions, each called with what its name says. */
export type Rule = RuleDefinition & {
  /** A raw file, with its byte-order mark and line ends: all offsets, including those of fixes, are in `raw`. */
  findInBytes?(raw: string): Iterable<Match>
  /**
   * A question by itself; `rules` are all rules by their names, `wording` is what the library adds to the word lists.
   */
  findInQuestion?(file: QuestionFile, rules: ReadonlyMap<string, RuleDefinition>, wording: Wording): Iterable<Match>
  /** A question in its library. */
  findInLibrary?(question: KnownQuestion, files: CheckedFiles): Iterable<Match>
  /** The addresses in content/gone.yml. */
  findInRemoved?(removed: readonly PlacedAddress[], files: CheckedFiles): Iterable<Match>
}
