/** A text of at most `length` characters, or its beginning with an ellipsis. */
export const shorten = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text)

/** The beginning of a text, at most `length` characters, cut between words and marked with an ellipsis. */
export function toExcerpt(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).replace(/[\s,;:.–-]+$/, '')}…`
}
