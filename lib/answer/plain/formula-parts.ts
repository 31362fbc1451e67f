/** Whether what was read so far ends in something that an operator can follow. */
export const isOperand = (before: string) => /[\p{L}\p{N}\p{M})\]}|⟩⌋⌉‖′°!%∞…]\s*$/u.test(before.slice(-8))

/** Names of functions are words, with a space before them. */
export const join = (out: string, piece: string) =>
  out === '' || /\s$/.test(out) ? out + piece.replace(/^ +/, '') : out + piece

/** Part of a fraction on one line, in brackets where it would else be read wrongly. */
export function toFactor(text: string, below: boolean): string {
  const inside = text.trim()
  const outside = inside.replace(/\([^()]*\)/g, '')
  const isOneFactor = /^(?:[\d.,]*|\p{L}+|\[[^[\]]*\])[\p{M}₀-ₜ⁰-ⁿᵢⱼ²³¹′ᵃ-ᶿ]*$/u.test(outside)
  const simple = below ? isOneFactor && (outside === '' || outside === inside) : /^[^\s+−=/]*$/u.test(outside)
  return simple && inside !== '' ? inside : `(${inside})`
}

/** A text without the brackets around it. */
export const withoutBrackets = (text: string) => (/^\([^()]*\)$/.test(text) ? text.slice(1, -1) : text)

/** A letter with a mark above it; longer texts have none. */
export function addAccent(text: string, accent: string): string {
  const inside = text.trim()
  return /^\p{L}$/u.test(inside) ? inside + accent : inside
}

/** What is too deep to be read: the letters of its commands, without braces. */
export const withoutTex = (tex: string) => tex.replace(/\\([A-Za-z]+)/g, '$1 ').replace(/[\\{}]/g, '')
