import { toLowered, toRaised } from '@/lib/core/tex-symbols'

const arrows: Record<string, string> = {
  '->': '→',
  '<-': '←',
  '<->': '↔',
  '<=>': '⇌',
  '<=>>': '⇌',
  '<<=>': '⇌',
  '=': '=',
}

/** What `\ce{…}` shows: `2Mg + O₂ → 2MgO`, `SO₄²⁻`; or, for `\pu{…}`, a quantity with its unit. */
export function toChemistryText(written: string, isQuantity = false): string {
  const text = written
    .replace(/\$/g, '')
    .replace(/\\(?:text|mathrm)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\([A-Za-z]+)/g, '$1')
  if (isQuantity)
    return raise(text)
      .replace(/[\\{}]/g, '')
      .replace(/\s*\*\s*|(?<=\d)\.(?=[A-Za-z])/g, ' ')
  const parts = text
    .replace(/(<<=>|<=>>|<=>|<->|->|<-)\s*(?:\[([^[\]]*)\])?\s*(?:\[([^[\]]*)\])?/g, toArrow)
    .split(/(\s+)/)
  return parts
    .map(toSpecies)
    .join('')
    .replace(/[\\{}]/g, '')
}

const toArrow = (_: string, arrow: string, above = '', below = '') => {
  const words = [above, below].filter(Boolean).join(', ')
  return ` ${arrows[arrow]}${words ? `(${words})` : ''} `
}

/** One word of a reaction: a substance with its numbers lowered and its charge raised. */
function toSpecies(word: string): string {
  if (word === 'v') return '↓'
  if (word === '^') return '↑'
  if (/^(?:[→←↔⇌+=-]|\s)/.test(word)) return word
  return raise(word)
    .replace(/(?<=[\p{L})\]₀-₉])([-+])(?=$|[)\]])/gu, (_, sign: string) => toRaised(sign) as string)
    .replace(/(?<=[\p{L})\]])_?\{?(\d+|[nxym](?=$|\}))\}?/gu, (found, number: string) => toLowered(number) ?? found)
    .replace(/(?<=[\p{L})\]₀-₉])[*.](?=\d|[A-Z])/gu, '·')
    .replace(/_/g, '')
}

const raise = (text: string) =>
  text.replace(/\^(?:\{([^{}]*)\}|([-+]?\d+[-+]?|[-+]))/g, (found, group?: string, bare?: string) => {
    const inside = group ?? bare ?? ''
    return toRaised(inside) ?? `^${inside || found.slice(1)}`
  })
