/**
 * What a reader may choose, each under its own name in storage and as a data attribute of the page. Nothing is stored
 * while the site's own way is used.
 */
export const readingChoices = {
  theme: ['light', 'dark'],
  size: ['small', 'large', 'larger'],
  spacing: ['wide', 'wider'],
  typeface: ['sans'],
  width: ['narrow', 'wide'],
} as const

export type ReadingChoice = keyof typeof readingChoices
