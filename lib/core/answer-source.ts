/**
 * An answer as its file stores it. In the `answer` field of the library's older files a line break is the two characters
 * `\` `n` (`literal`), because a folded YAML scalar decodes no escapes. The same field with real line breaks
 * (`real-in-field`) follows those files' other conventions. An answer below the front matter (`real`) is CommonMark.
 */
export type AnswerSource = { text: string; breaks: 'literal' | 'real' | 'real-in-field' }

/**
 * Chooses how to read an `answer` field: one that has several lines was written with real line breaks. The trailing
 * line break of a YAML block does not count.
 */
export const toAnswerSource = (text: string): AnswerSource => ({
  text,
  breaks: text.trim().includes('\n') ? 'real-in-field' : 'literal',
})
