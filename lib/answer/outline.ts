import GithubSlugger from 'github-slugger'
import type { Element, Root } from 'hast'
import { arrangeHeadings } from './headings'
import { arrangePoints, linkPoints, withoutColon } from './points'
import { walkElements } from './walk'

/**
 * A heading of an answer, or a point: an item that begins with bold words. With the id to link to, its depth (from 2), and
 * its words as HTML without links.
 */
export type OutlineEntry = { kind: 'heading' | 'point'; id: string; depth: number; html: string }

/**
 * Gives the headings and points of an answer ids, and lists both in order. Points do not affect the ids of headings.
 * Points become links to themselves.
 */
export function arrangeOutline(tree: Root, toHtml: (words: Element) => string): OutlineEntry[] {
  const slugger = new GithubSlugger()
  const headings = arrangeHeadings(tree, slugger)
  const points = arrangePoints(tree, slugger)
  const entries: OutlineEntry[] = []
  let below = 1
  walkElements(tree, (element) => {
    const heading = headings.get(element)
    const point = points.get(element)
    if (heading) {
      below = heading.depth
      entries.push({ kind: 'heading', ...heading, html: toHtml(element) })
    } else if (point) {
      entries.push({
        kind: 'point',
        id: point.id,
        depth: below + 1,
        html: withoutColon(toHtml(point.words)),
      })
    }
  })
  linkPoints(points.values())
  return entries
}
