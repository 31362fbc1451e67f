/** Where the visitor's browser keeps the theme that was chosen; nothing is kept while the system decides. */
export const themeKey = 'theme'

export const themes = ['light', 'dark'] as const

export type Theme = (typeof themes)[number]
