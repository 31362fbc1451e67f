/** Pages to link to around `page`: its neighbours, the first and last, and ever farther round numbers. */
export type PageLink = { page: number; gapBefore: boolean }

/**
 * The pages that a page of a list links to: two on each side, and for each power of ten the round numbers of its own
 * block (on page 347: 341–350, 310–400 and 100–900). So page n is reached in as many clicks as it has digits: three
 * for 999 pages of 100 questions.
 */
export function toPageLinks(page: number, pages: number): PageLink[] {
  const linked = new Set([1, pages])
  for (let near = page - 2; near <= page + 2; near += 1) linked.add(near)
  for (let step = 1; step < pages; step *= 10) {
    const block = Math.floor((page - 1) / (step * 10)) * step * 10
    for (let round = 1; round <= 10; round += 1) linked.add(block + round * step)
  }
  const shown = [...linked].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b)
  return shown.map((number, index) => ({ page: number, gapBefore: index > 0 && number - (shown[index - 1] ?? 0) > 1 }))
}
