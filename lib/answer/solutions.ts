import type { Element, Root, RootContent } from 'hast'
import { toString as toText } from 'hast-util-to-string'

/**
 * Headings of solutions to exercises, which readers should try first. A chapter on solutions in chemistry is not one.
 */
const solution =
  /^(?:\d+[.)]\s+)?(?:(?:worked|full|model|sample|detailed|suggested|step-by-step)\s+)?solutions?(?:\s+\d+\w?|\s+(?:to|for)\s+(?:\S+\s+){0,2}(?:exercise|problem|question|example|task|part)s?(?:\s+\S+)?)?\s*[.:]?$/i
const aloneInPlural = /^solutions\W*$/i

/** Folds the text below each heading of a solution. The heading stays visible, so the outline and links to it still work. */
export function foldSolutions(tree: Root) {
  for (let at = 0; at < tree.children.length; at += 1) {
    const depth = toDepth(tree.children[at])
    const heading = tree.children[at]
    if (!depth || !heading || !isSolution(heading)) continue
    const length = tree.children.slice(at + 1).findIndex((node) => endsSection(node, depth))
    const end = length === -1 ? tree.children.length : at + 1 + length
    const content = tree.children.slice(at + 1, end) as Element['children']
    if (!content.some(({ type }) => type !== 'text')) continue
    tree.children.splice(at + 1, content.length, {
      type: 'element',
      tagName: 'details',
      properties: { className: ['solution'] },
      children: [
        {
          type: 'element',
          tagName: 'summary',
          properties: {},
          children: [{ type: 'text', value: 'Show or hide the solution' }],
        },
        ...content,
      ],
    })
  }
}

/** Whether words are the heading of a solution. */
export const areOfSolution = (words: string) => solution.test(words) && !aloneInPlural.test(words)

const isSolution = (heading: RootContent) => heading.type === 'element' && areOfSolution(toText(heading).trim())

/** Whether a node is a heading that is not deeper, or the footnotes. */
const endsSection = (node: RootContent, depth: number) =>
  (toDepth(node) ?? depth + 1) <= depth || (node.type === 'element' && node.tagName === 'section')

function toDepth(node: RootContent | undefined): number | undefined {
  const depth = node?.type === 'element' ? /^h([1-6])$/.exec(node.tagName)?.[1] : undefined
  return depth === undefined ? undefined : Number(depth)
}
