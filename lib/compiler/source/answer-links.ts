/** The address of a question wherever it is in a text, on this site or written in full. */
const address = /\/learn\/[^\s/?#()<>[\]"'`\\]+\/questions\/[a-z0-9_-]+/g

/** The addresses of questions that a text names, each once; the index by which links to a question are found. */
export function listAddresses(text: string): string[] {
  return text.includes('/questions/') ? [...new Set(text.match(address))] : []
}
