import type { Link, Parents } from 'mdast'

/** The beginning of an address. A type has a name after its colon: `<std::string>`, `<xs:element>`. */
const address = /^(?:[a-z][a-z\d+.-]*:(?:\/\/|[+\d])|mailto:)/i

/** Turns types that Markdown took for addresses back into text, so that `vector<std::string>` is shown whole. */
export function restoreTypes(parent: Parents) {
  for (const [index, node] of parent.children.entries()) {
    if ('children' in node) restoreTypes(node)
    const type = node.type === 'link' && !address.test(node.url) ? getWordsInBrackets(node) : undefined
    if (type !== undefined) parent.children[index] = { type: 'text', value: `<${type}>`, position: node.position }
  }
}

/** The text between `<` and `>` of a link that is written this way. */
function getWordsInBrackets({ position, children: [words] }: Link): string | undefined {
  if (words?.type !== 'text' || !position || !words.position) return undefined
  const isBetween =
    words.position.start.offset === (position.start.offset ?? 0) + 1 &&
    words.position.end.offset === (position.end.offset ?? 0) - 1
  return isBetween ? words.value : undefined
}
