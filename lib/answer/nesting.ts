import type { Nodes } from 'mdast'

/** In levels of the tree: a list and its item are two, a quote or bold words one. */
const maxLevels = 100

/** A line that begins with this many quote and list markers, and is not a thematic break (`- - -`). */
const deepLine = new RegExp(`^(?![-* \\t]*$)(?:[ \\t]*(?:>|(?:[*+-]|\\d{1,9}[.)])[ \\t])){${maxLevels}}`, 'm')

/** Five hundred opening marks or brackets in a row without a closing one. */
const openMarks = /(?:(?:^|\s)[*_~]+(?=[^\s*_~])[^*_~]*){500}|(?:\[[^[\]]*){500}/

/** A quick test for excessive nesting, for which the Markdown parser could take a minute. */
export const isDeepAtSight = (markdown: string) => deepLine.test(markdown) || openMarks.test(markdown)

/** Whether an answer is nested too deeply for recursive functions. */
export function isTooDeep(tree: Nodes): boolean {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxLevels) return true
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
  return false
}
