import type { Nodes } from 'mdast'

/** Lists and what is in them count as two levels, quotes and bold words as one. */
const mostLevels = 100

/** A line that begins with this many quote and list markers, and is not a thematic break (`- - -`). */
const deepLine = new RegExp(`^(?![-* \\t]*$)(?:[ \\t]*(?:>|(?:[*+-]|\\d{1,9}[.)])[ \\t])){${mostLevels}}`, 'm')

/** Five hundred opening marks or brackets in a row, without a closing one. */
const openMarks = /(?:(?:^|\s)[*_~]+(?=[^\s*_~])[^*_~]*){500}|(?:\[[^[\]]*){500}/

/** Whether one line is certainly nested too deep: Markdown's parser would take a minute for the longest. */
export const isDeepAtSight = (markdown: string) => deepLine.test(markdown) || openMarks.test(markdown)

/** Whether an answer is nested too deep: whatever walks its tree recurses at each level. */
export function isTooDeep(tree: Nodes): boolean {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostLevels) return true
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
  return false
}
