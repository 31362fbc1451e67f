/**
 * An answer as its file holds it. In the field `answer` of the library's older files a line break is the two characters
 * `\` `n` (`literal`), because a folded YAML scalar decodes no escapes; that field with lines of its own
 * (`real-in-field`) keeps their other habits. What people write below the front matter (`real`) is CommonMark.
 */
export type AnswerSource = { text: string; breaks: 'literal' | 'real' | 'real-in-field' }

/**
 * How an `answer` field is to be read: one that already has lines was written with real line breaks. The one with which
 * a YAML block may end makes no lines.
 */
export const toAnswerSource = (text: string): AnswerSource => ({
  text,
  breaks: text.trim().includes('\n') ? 'real-in-field' : 'literal',
})
