import type { Element, Root, RootContent } from 'hast'

type Parent = Root | Element

/**
 * Calls `visit` for each node in `parent`, in document order. What `visit` puts in the place of a node is not visited, but
 * the children of the original node are. An answer's tree is walked ten times: unist-util-visit, which creates a named
 * function for each node, would take an eighth of the rendering time.
 */
export function walk(parent: Parent, visit: (node: RootContent, index: number, parent: Parent) => void) {
  for (let index = 0; index < parent.children.length; index += 1) {
    const node = parent.children[index] as RootContent
    visit(node, index, parent)
    if (node.type === 'element') walk(node, visit)
  }
}

/** Calls `visit` for each element in `tree`, as `walk` does. */
export function walkElements(tree: Parent, visit: (element: Element, index: number, parent: Parent) => void) {
  walk(tree, (node, index, parent) => {
    if (node.type === 'element') visit(node, index, parent)
  })
}
