/** How much of a title (in pixels) and of a description (in characters) Google shows on a wide screen. */
export const titleWidth = 600
export const descriptionLength = 160

/** Google replaces shorter descriptions with text from the page. */
export const shortestDescription = 50

/** Counts code points: the check, the preview and the page all count this way. */
export const countCharacters = (text: string) => [...text].length

/** Truncates a text after a word, with an ellipsis, so that `fits` holds; one that fits stays as it is. */
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
