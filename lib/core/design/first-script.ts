import { highlightKey } from '../search-paths'
import { visitsKey } from '../visits-key'
import { readingChoices } from './reading-choices'

/** The one inline script that pages keep. */
export const firstScriptId = 'page:settings'

/**
 * Before the first paint, sets the reader's choices, whether questions were visited, and whether the address names words
 * that the browser can highlight. It is identical in the head of every page, so one hash in the
 * Content-Security-Policy allows it. A browser without storage (private mode) throws on access.
 */
export const firstScript = `{let d=document.documentElement.dataset,f=()=>{if(CSS.highlights&&location.hash.startsWith('#${highlightKey}='))d.find='';else delete d.find};f();addEventListener('hashchange',f);try{let s=localStorage,c=${toLiteral()};for(let k in c)if(c[k].includes(s.getItem(k)))d[k]=s.getItem(k);if(s.getItem('${visitsKey}'))d.visited=''}catch{}}`

function toLiteral() {
  const choices = Object.entries(readingChoices).map(([name, values]) => `${name}:['${values.join("','")}']`)
  return `{${choices.join()}}`
}
