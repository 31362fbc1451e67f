import type { Nodes, Root } from 'mdast'

type Point = NonNullable<Nodes['position']>['start']

/**
 * A paragraph or heading of one line between empty lines, with nothing in it that Markdown knows: the marks of a heading,
 * and its text.
 */
const plainBlock = /^(#{1,6} )?([A-Za-z][\p{L}\p{N} .,:;!?'"()%/\uE000\uE001’“”–—-]*[\p{L}\p{N}.,:;!?'"()%\uE001’”])$/u

/** What is an address by itself. */
const address = /www|http/i

/** What may begin a program, whose lines are no paragraphs. */
const fence = /```|~~~/

/** What stands for the text of a plain block while Markdown is parsed. */
const standIn = 'x'

/** A plain block: the offset of its stand-in, its text, and how much shorter all is up to its end. */
type PlainBlock = { at: number; text: string; shift: number }

/**
 * A Markdown text with each plain block as short as can be: half of most answers is in such blocks, and to parse them
 * takes as long as the rest.
 */
export function shortenPlainBlocks(markdown: string): { markdown: string; blocks: PlainBlock[] } {
  const blocks: PlainBlock[] = []
  if (fence.test(markdown)) return { markdown, blocks }
  let start = 0
  let shift = 0
  const parts = markdown.split('\n\n').map((part) => {
    const [, marks = '', text = ''] = plainBlock.exec(part) ?? []
    const isPlain = text !== '' && !address.test(text)
    if (isPlain) {
      shift += text.length - standIn.length
      blocks.push({ at: start + marks.length, text, shift })
    }
    const shortened = isPlain ? marks + standIn : part
    start += shortened.length + 2
    return shortened
  })
  return { markdown: parts.join('\n\n'), blocks }
}

/**
 * Puts the plain blocks of a shortened text back into its tree, with the places of everything in the whole text. Returns
 * false if one of them is no paragraph or heading there: then the tree is of no use.
 */
export function restorePlainBlocks(tree: Root, blocks: readonly PlainBlock[]): boolean {
  let restored = 0
  const visit = (node: Nodes, parent?: Nodes) => {
    const block = node.type === 'text' && blocks[restored]
    if (block && node.position?.start.offset === block.at) {
      if (!isPlain(node.value, parent)) return
      node.value = block.text
      restored += 1
    }
    if (node.position) {
      const { start, end } = node.position
      node.position = { start: toWhole(start, blocks), end: toWhole(end, blocks) }
    }
    if ('children' in node) for (const child of node.children) visit(child, node)
  }
  visit(tree)
  return restored === blocks.length
}

const isPlain = (value: string, parent: Nodes | undefined) =>
  value === standIn && (parent?.type === 'paragraph' || parent?.type === 'heading') && parent.children.length === 1

/** Where a point of the shortened text is in the whole one. */
function toWhole({ line, column, offset = 0 }: Point, blocks: readonly PlainBlock[]): Point {
  const before = blocks[countBefore(blocks, offset) - 1]
  if (!before) return { line, column, offset }
  const isAtItsEnd = before.at + standIn.length === offset
  return {
    line,
    column: isAtItsEnd ? column + before.text.length - standIn.length : column,
    offset: offset + before.shift,
  }
}

/** How many stand-ins begin before an offset. */
function countBefore(blocks: readonly PlainBlock[], offset: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.at ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
