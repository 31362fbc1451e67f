/** Whether the text read so far ends in something that an operator can follow. */
export const isOperand = (before: string) => /[\p{L}\p{N}\p{M})\]}|⟩⌋⌉‖′°!%∞…]\s*$/u.test(before.slice(-8))

/** Appends a piece, without a second space before it. */
export const join = (out: string, piece: string) =>
  out === '' || /\s$/.test(out) ? out + piece.replace(/^ +/, '') : out + piece

/** The numerator or denominator of a fraction on one line, in brackets where it would be misread otherwise. */
export function toFactor(text: string, below: boolean): string {
  const inside = text.trim()
  const outside = inside.replace(/\([^()]*\)/g, '')
  const isOneFactor = /^(?:[\d.,]*|\p{L}+|\[[^[\]]*\])[\p{M}₀-ₜ⁰-ⁿᵢⱼ²³¹′ᵃ-ᶿ]*$/u.test(outside)
  const simple = below ? isOneFactor && (outside === '' || outside === inside) : /^[^\s+−=/]*$/u.test(outside)
  return simple && inside !== '' ? inside : `(${inside})`
}

/** A text without the brackets around it. */
export const withoutBrackets = (text: string) => (/^\([^()]*\)$/.test(text) ? text.slice(1, -1) : text)

/** Adds an accent to a single letter; longer texts stay as they are. */
export function addAccent(text: string, accent: string): string {
  const inside = text.trim()
  return /^\p{L}$/u.test(inside) ? inside + accent : inside
}

/** The text of TeX that is nested too deeply to be read: the names of its commands, without braces. */
export const withoutTex = (tex: string) => tex.replace(/\\([A-Za-z]+)/g, '$1 ').replace(/[\\{}]/g, '')
