/** The address of a question wherever it is in a text, on this site or written in full. */
const address = /\/learn\/[^\s/?#()<>[\]"'`\\]+\/questions\/[a-z0-9_-]+/g

/** The addresses of questions in a text, deduplicated; links to a question are found through an index of these. */
export function listAddresses(text: string): string[] {
  return text.includes('/questions/') ? [...new Set(text.match(address))] : []
}
