import type { BlockContent, Html, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast'

/** The content between an opening tag and its closing tag. */
type Pair = { type: 'pair'; data: { hName: string }; children: RootContent[]; position?: Nodes['position'] }

/** Tags contain blocks (`<details>`, `<summary>`) or words. */
type Kind = 'blocks' | 'words'

const block = /^<\/?(?:details|summary)/i

/**
 * Turns the tags that `harmlessTags` found into elements. A tag without a partner in the same paragraph (for `<details>`
 * and `<summary>`: in the same list item, quote or answer) becomes text, so the result is always balanced.
 */
export function pairTags(tree: Root) {
  pairIn(tree)
}

function pairIn(parent: Parents) {
  const children = parent.children as RootContent[]
  if (hasBlocks(parent)) {
    if (children.some(hasTag)) parent.children = pair(children.flatMap(split), 'blocks') as never
    parent.children = placeSummary(parent, parent.children as RootContent[]) as never
  } else if (children.some(isTag)) parent.children = pair(children, 'words') as never
  for (const child of parent.children) if ('children' in child) pairIn(child)
}

/** Puts the first summary of a fold before its blocks. HTML allows only that one: any other is a paragraph. */
function placeSummary(parent: Parents, children: RootContent[]): RootContent[] {
  const own = isPair(parent, 'details') ? children.find(isSummary) : undefined
  const others = children
    .filter((child) => child !== own)
    .map((child) => (isSummary(child) ? toParagraph(...toWords(child)) : child))
  return own ? [own, ...others] : others
}

const isPair = (node: Nodes | Pair, name: string) => node.type === 'pair' && node.data.hName === name
const isSummary = (node: RootContent) => isPair(node, 'summary')
const toWords = (node: RootContent) => ('children' in node ? (node.children as PhrasingContent[]) : [])

const hasBlocks = (parent: Parents | Pair) =>
  parent.type === 'pair'
    ? parent.data.hName === 'details'
    : ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)

const isTag = (node: Nodes) => node.type === 'html'

const hasTag = (node: Nodes) => isTag(node) || hasBlockTag(node)

const isBlockTag = (node: Nodes): node is Html => node.type === 'html' && block.test(node.value)

const hasBlockTag = (node: Nodes) => node.type === 'paragraph' && node.children.some(isBlockTag)

/** Splits a paragraph at its block tags. */
function split(node: RootContent): RootContent[] {
  if (node.type !== 'paragraph' || !hasBlockTag(node)) return [node]
  const parts: RootContent[] = []
  let words: PhrasingContent[] = []
  const endParagraph = () => {
    if (words.some((word) => word.type !== 'text' || word.value.trim() !== '')) parts.push(toParagraph(...words))
    words = []
  }
  for (const child of node.children) {
    if (!isBlockTag(child)) {
      words.push(child)
      continue
    }
    endParagraph()
    parts.push(child)
  }
  endParagraph()
  return parts
}

/** Blocks or words with their tags paired. */
function pair(nodes: RootContent[], kind: Kind): RootContent[] {
  const toLone = (tag: Html): RootContent => (kind === 'blocks' ? toParagraph(asText(tag)) : asText(tag))
  const out: RootContent[] = []
  const open: { name: string; at: number }[] = []
  for (const node of nodes) {
    const [, end, name = ''] = (node.type === 'html' && /^<(\/?)([a-z]+)/i.exec(node.value.toLowerCase())) || []
    if (node.type !== 'html') out.push(node)
    else if (name !== '' && isBlockTag(node) !== (kind === 'blocks')) out.push(toLone(node))
    else if (name === 'br') out.push({ type: 'break', position: node.position })
    else if (end) {
      const start = open.findLastIndex((tag) => tag.name === name)
      if (start === -1) out.push(toLone(node))
      else close(out, open.splice(start), node, toLone)
    } else if (name) {
      open.push({ name, at: out.length })
      out.push(node)
    }
  }
  for (const { at } of open) out[at] = toLone(out[at] as Html)
  return out
}

/** Moves the nodes after the first of the open tags into an element; the other tags have no partner. */
function close(
  out: RootContent[],
  [first, ...lone]: { name: string; at: number }[],
  end: Html,
  toLone: (tag: Html) => RootContent,
) {
  if (!first) return
  for (const { at } of lone) out[at] = toLone(out[at] as Html)
  const [start, ...children] = out.splice(first.at)
  const position = start?.position && end.position && { start: start.position.start, end: end.position.end }
  const content = first.name === 'summary' ? children.flatMap(toPhrasing) : children
  const element: Pair = { type: 'pair', data: { hName: first.name }, children: content, position }
  out.push(element as unknown as RootContent)
}

const toPhrasing = (node: RootContent): RootContent[] => (node.type === 'paragraph' ? node.children : [node])

const asText = ({ value, position }: Html): PhrasingContent => ({ type: 'text', value, position })

function toParagraph(...children: PhrasingContent[]): BlockContent {
  const start = children[0]?.position?.start
  const end = children.at(-1)?.position?.end
  return { type: 'paragraph', children, ...(start && end && { position: { start, end } }) }
}
