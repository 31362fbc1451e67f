/** The storage key of the chosen theme; nothing is stored while the system's theme is used. */
export const themeKey = 'theme'

export const themes = ['light', 'dark'] as const

export type Theme = (typeof themes)[number]
