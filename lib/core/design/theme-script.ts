import { themeKey, themes } from './theme'

/** The one inline script that pages keep. */
export const themeScriptId = 'page:theme'

/**
 * Sets the chosen theme before anything is painted. It is in the head of every page, the same everywhere, so one
 * hash allows it. A browser without storage (private mode) throws when it is accessed.
 */
export const themeScript = `try{let t=localStorage.getItem('${themeKey}');if(t==='${themes.join("'||t==='")}')document.documentElement.dataset.theme=t}catch{}`
