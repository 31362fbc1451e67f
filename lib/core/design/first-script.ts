import { highlightKey } from '../search-paths'
import { visitsKey } from '../visits-key'
import { readingChoices } from './reading-choices'

/** The one inline script that pages keep. */
export const firstScriptId = 'page:settings'

/**
 * Sets what the reader chose before anything is painted, whether questions were visited, and whether the address names
 * words that the browser can highlight. It is in the head of every page, the same everywhere, so one hash allows it. A
 * browser without storage (private mode) throws when it is accessed.
 */
export const firstScript = `{let d=document.documentElement.dataset,f=()=>{if(CSS.highlights&&location.hash.startsWith('#${highlightKey}='))d.find='';else delete d.find};f();addEventListener('hashchange',f);try{let s=localStorage,c=${toLiteral()};for(let k in c)if(c[k].includes(s.getItem(k)))d[k]=s.getItem(k);if(s.getItem('${visitsKey}'))d.visited=''}catch{}}`

function toLiteral() {
  const choices = Object.entries(readingChoices).map(([name, values]) => `${name}:['${values.join("','")}']`)
  return `{${choices.join()}}`
}
