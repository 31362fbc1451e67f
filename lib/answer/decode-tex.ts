import { isCommandInMath } from './tex-commands'

/**
 * Decodes the literal line breaks in the TeX of a folded answer and leaves its commands intact. Only a formula on lines
 * of its own (`display`) may have a line break right after its opening delimiter.
 */
export function decodeTex(tex: string, display: boolean): string {
  let out = ''
  let lineMayBegin = display
  for (let at = 0; at < tex.length; ) {
    if (tex.startsWith('\\\\', at)) {
      const broken = /^n(?![\s=+\-^_<>&,)])/.test(tex.slice(at + 2))
      out += broken ? '\\\\\n' : '\\\\'
      at += broken ? 3 : 2
      lineMayBegin = true
    } else if (tex.startsWith('\\n', at) && !isCommandInMath(tex, at, lineMayBegin)) {
      out += '\n'
      at += 2
      lineMayBegin = false
    } else {
      const length = tex[at] === '\\' ? 2 : 1
      out += tex.slice(at, at + length)
      at += length
      lineMayBegin = false
    }
  }
  return out
}
