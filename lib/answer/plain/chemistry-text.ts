import { accents, operators, signs, toLowered, toRaised } from '@/lib/core/tex-symbols'

const arrows: Record<string, string> = {
  '->': '→',
  '<-': '←',
  '<->': '↔',
  '<=>': '⇌',
  '<=>>': '⇌',
  '<<=>': '⇌',
  '=': '=',
}

const bonds: Record<string, string> = {
  '-': '-',
  '1': '-',
  '=': '=',
  '2': '=',
  '#': '≡',
  '3': '≡',
  '->': '→',
  '<-': '←',
}

/** What `\ce{…}` shows: `2Mg + O₂ → 2MgO`, `SO₄²⁻`; or, for `\pu{…}`, a quantity with its unit. */
export function toChemistryText(written: string, isQuantity: boolean): string {
  const text = written
    .replace(/[$&]/g, '')
    .replace(/\\bond\s*\{([^{}]*)\}/g, (_, bond: string) => bonds[bond] ?? '…')
    .replace(/\\(?:text|mathrm)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\([a-z]+)\s?\{(?:\\([A-Za-z]+)|([A-Za-z]))\}/g, (found, name: string, sign: string, letter: string) => {
      const accent = accents.get(name)
      return accent === undefined ? found : `${letter ?? signs.get(sign) ?? sign}${accent}`
    })
    .replace(/\\([A-Za-z]+)\s?/g, (_, name: string) => signs.get(name) ?? operators.get(name) ?? name)
  if (isQuantity) return toQuantity(text)
  return toSpeciesOf(
    text.replace(/(<<=>|<=>>|<=>|<->|->|<-)\s*(?:\[([^[\]]*)\])?\s*(?:\[([^[\]]*)\])?/g, toArrow),
  ).replace(/[\\{}]/g, '')
}

const toArrow = (_: string, arrow: string, above = '', below = '') => {
  const words = [above, below].filter(Boolean).map(toSpeciesOf).join(', ')
  return ` ${arrows[arrow]}${words ? `(${words})` : ''} `
}

const toSpeciesOf = (text: string) => text.split(/(\s+)/).map(toSpecies).join('')

/** One word of a reaction: a substance gets its numbers as subscripts and its charge as superscript. */
function toSpecies(word: string): string {
  if (word === 'v') return '↓'
  if (word === '^') return '↑'
  if (/^(?:[→←↔⇌].*|[-+=]|\s*)$/.test(word)) return word
  return raise(word)
    .replace(
      /_(?:\{([^{}]*)\}|(\d+|\p{L}))/gu,
      (_, group = '', bare = '') => toLowered(group || bare) ?? (group || bare),
    )
    .replace(/(?<=[\p{L})\]₀-₉]\d{0,3})[-+](?=$|[)\],;]|\((?:aq|s|l|g)\))/gu, (sign) => toRaised(sign) as string)
    .replace(/(?<=[\p{L})\]])\d+/gu, (number) => toLowered(number) as string)
    .replace(/(?<=[\p{L})\]₀-₉])[*.](?=\d|[A-Z])/gu, '·')
    .replace(/(?<=[\p{L})\]₀-₉])#(?=[\p{L}(])/gu, '≡')
    .replace(/_/g, '')
}

/** A number, perhaps with a power of ten, and units whose numbers are exponents: `1.2 × 10³ kJ mol⁻¹`. */
const toQuantity = (text: string) =>
  raise(text)
    .replace(/[\\{}]/g, '')
    .replace(/^\s*-(?=[\d.])/, '−')
    .replace(/(?<=\d)[eE]([-+]?\d+)/, (_, power: string) => ` × 10${toRaised(power)}`)
    .replace(/(?<=\p{L})[-+]?\d+(?![\p{L}\d])/gu, (power) => toRaised(power) as string)
    .replace(/\s*\*\s*|(?<=\d)\.(?=\p{L})/gu, ' ')
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '·')

const raise = (text: string) =>
  text.replace(/\^(?:\{([^{}]*)\}|([-+]?\d+[-+]?|[-+°]))/g, (found, group?: string, bare?: string) => {
    const inside = group ?? bare ?? ''
    return toRaised(inside) ?? `^${inside || found.slice(1)}`
  })
