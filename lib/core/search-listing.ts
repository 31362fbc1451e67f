/** How much of a title and of a description a result of Google shows on a wide screen. */
export const titleWidth = 600
export const descriptionLength = 160

/** Shorter descriptions are replaced with something from the page. */
export const shortestDescription = 50

/** How many characters a text has, as the check, the preview and the page count them. */
export const countCharacters = (text: string) => [...text].length

/** A text cut after a word, with an ellipsis, so that `fits` holds; whole where it holds anyway. */
export function cutToFit(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text
  const words = text.split(' ')
  for (let count = words.length - 1; count > 0; count -= 1) {
    const cut = `${words
      .slice(0, count)
      .join(' ')
      .replace(/[\s,;:.–—-]+$/, '')} …`
    if (fits(cut)) return cut
  }
  return '…'
}
