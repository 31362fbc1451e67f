/**
 * An answer as its file holds it. In the library's older files a line break is the two characters `\` `n`
 * (`literal`), because a folded YAML scalar decodes no escapes; what people write has `real` ones.
 */
export type AnswerSource = { text: string; breaks: 'literal' | 'real' }

/** How an `answer` field is to be read: one that already has lines was written with real line breaks. */
export const toAnswerSource = (text: string): AnswerSource => ({
  text,
  breaks: text.includes('\n') ? 'real' : 'literal',
})
