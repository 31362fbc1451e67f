/** A shorter word has too many similar ones to guess which is meant. */
export const shortestCorrected = 4
export const longestCorrected = 24

/** A word with each letter left out in turn: words one mistake apart share a piece, or one is a piece of the other. */
export function toPieces(word: string): string[] {
  return [...new Set(Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1)))]
}

/**
 * How many letters are wrong, missing, extra, or swapped with a neighbour; `limit` + 1 if there are more than `limit`.
 * https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance (optimal string alignment)
 */
export function countMistakes(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = above
    above = row
  }
  return above[b.length] ?? 0
}
