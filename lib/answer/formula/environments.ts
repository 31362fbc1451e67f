import type { Edit } from '@/lib/core/finding'
import { listParts } from './tex-parts'

/** Environments that KaTeX does not know, with equivalent ones that it does. */
const likes: Record<string, string> = {
  dmath: 'equation',
  'dmath*': 'equation*',
  eqnarray: 'align',
  'eqnarray*': 'align*',
  flalign: 'align',
  'flalign*': 'align*',
  multline: 'gather',
  'multline*': 'gather*',
  multlined: 'gathered',
  xalignat: 'alignat',
  xxalignat: 'alignat*',
}

const displays =
  /\\begin\s*\{(?:(?:x?x?align(?:at)?|dmath|eqnarray|equation|flalign|gather|multline)\*?|CD|displaymath)\}/

/** Whether a formula is always drawn on a line of its own, wherever it is written. */
export const isDisplay = (tex: string) => displays.test(tex)

/** Whether a formula may have an environment that KaTeX does not know, or whose position argument it does not know. */
export const mayNeedLike = (tex: string) =>
  /\\begin\s*\{(?:x?xalignat|dmath|displaymath|eqnarray|flalign|multline)|\}\s*\[[tbc]\]/.test(tex)

/** The edits with which KaTeX draws environments that it does not know. */
export function findLikes(tex: string): Edit[] {
  const edits: Edit[] = []
  const open: { name: string; depth: number; columns: number }[] = []
  for (const { kind, name, start, end, depth } of listParts(tex)) {
    const inner = open.at(-1)
    const own = inner !== undefined && inner.depth + 1 === depth
    if (kind === 'begin') open.push({ name, depth, columns: 0 })
    if (kind === 'end') open.pop()
    if (kind === 'begin' || kind === 'end') {
      const like = Object.hasOwn(likes, name) ? likes[name] : undefined
      if (name === 'displaymath') edits.push({ start, end, text: '' })
      else if (like) edits.push({ start, end, text: `\\${kind}{${like}}` })
      const place = kind === 'begin' ? /^(?:\s*\{\d\})?\s*\[[tbc]\]/.exec(tex.slice(end, end + 20))?.[0] : undefined
      // KaTeX would draw the letter of the vertical position (`[t]`).
      if (place) edits.push({ start: end + place.lastIndexOf('['), end: end + place.length, text: '' })
    } else if (own && kind === 'column' && /^eqnarray/.test(inner.name)) {
      inner.columns += 1
      // Its second `&` ends a narrow column for the relation; `align` has only one `&`, before the relation.
      if (inner.columns === 2) edits.push({ start, end, text: '' })
    } else if (own && kind === 'row') {
      inner.columns = 0
      // All its rows share one number, on the last.
      if (inner.name === 'multline') edits.push({ start, end: start, text: '\\notag ' })
    }
  }
  return edits
}
