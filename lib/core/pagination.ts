/** Questions on one page of a list. */
export const pageSize = 60

/** How many pages a list has: at least one. */
export const toPageCount = (questions: number) => Math.max(1, Math.ceil(questions / pageSize))

/** A page to link to; `gapBefore` if pages between it and the previous link are left out. */
export type PageLink = { page: number; gapBefore: boolean }

/** How many round numbers of one size are shown. */
const maxRoundNumbers = 25

/**
 * The pages that a page of a list links to: two on each side, the first and the last, and ever rounder numbers: the
 * ones of its own ten, the tens of its own hundred, until all remaining ones fit (on page 347 of 1,240: 341–350, 310–400
 * and 100–1,200). Every page is thus two clicks from the first within 250 pages, and three within 2,500.
 */
export function toPageLinks(page: number, pages: number): PageLink[] {
  const linked = new Set([1, pages])
  for (let near = page - 2; near <= page + 2; near += 1) linked.add(near)
  for (let step = 1; step < pages; step *= 10) {
    const all = pages / step <= maxRoundNumbers
    const block = all ? 0 : Math.floor((page - 1) / (step * 10)) * step * 10
    for (let round = 1; round <= (all ? maxRoundNumbers : 10); round += 1) linked.add(block + round * step)
    if (all) break
  }
  const shown = [...linked].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b)
  return shown.map((number, index) => ({ page: number, gapBefore: index > 0 && number - (shown[index - 1] ?? 0) > 1 }))
}
