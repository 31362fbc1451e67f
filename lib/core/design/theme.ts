/** Where the visitor's browser keeps the theme that was chosen; nothing is kept while the system decides. */
export const themeKey = 'theme'

export const themes = ['light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** The one inline script that pages keep. */
export const themeScriptId = 'theme'

/**
 * Sets the chosen theme before anything is painted. It stands in the head of every page, the same everywhere, so one
 * hash allows it. A browser that keeps nothing (private mode) throws at the mention of its storage.
 */
export const themeScript = `try{let t=localStorage.getItem('${themeKey}');if(t==='${themes.join("'||t==='")}')document.documentElement.dataset.theme=t}catch{}`
