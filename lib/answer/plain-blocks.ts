import type { Nodes, Root } from 'mdast'

type Point = NonNullable<Nodes['position']>['start']

/**
 * A one-line paragraph or heading between empty lines, without any Markdown syntax inside: the marks of a heading, and the
 * text.
 */
const plainBlock = /^(#{1,6} )?([A-Za-z][\p{L}\p{N} .,:;!?'"()%/\uE000\uE001’“”–—-]*[\p{L}\p{N}.,:;!?'"()%\uE001’”])$/u

/** The beginning of a bare address. */
const address = /www|http/i

/** May begin a program, whose lines are not paragraphs. */
const fence = /```|~~~/

/** Replaces the text of a plain block while Markdown is parsed. */
const placeholder = 'x'

/** A plain block: the offset of its placeholder, its text, and how many characters were removed up to its end. */
type PlainBlock = { at: number; text: string; shift: number }

/**
 * Replaces each plain block of a Markdown text with a placeholder: such blocks make up half of most answers, and parsing
 * them takes as long as the rest.
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
      shift += text.length - placeholder.length
      blocks.push({ at: start + marks.length, text, shift })
    }
    const shortened = isPlain ? marks + placeholder : part
    start += shortened.length + 2
    return shortened
  })
  return { markdown: parts.join('\n\n'), blocks }
}

/**
 * Puts the plain blocks of a shortened text back into its tree, and maps all positions to the whole text. Returns false if
 * one of them is not a paragraph or heading there: then the tree is useless.
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
  value === placeholder && (parent?.type === 'paragraph' || parent?.type === 'heading') && parent.children.length === 1

/** Maps a position in the shortened text to the whole one. */
function toWhole({ line, column, offset = 0 }: Point, blocks: readonly PlainBlock[]): Point {
  const before = blocks[countBefore(blocks, offset) - 1]
  if (!before) return { line, column, offset }
  const isAtItsEnd = before.at + placeholder.length === offset
  return {
    line,
    column: isAtItsEnd ? column + before.text.length - placeholder.length : column,
    offset: offset + before.shift,
  }
}

/** How many placeholders begin before an offset. */
function countBefore(blocks: readonly PlainBlock[], offset: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.at ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
