import {
  accents,
  functions,
  operators,
  settingCommand,
  signs,
  silentCommand,
  textCommand,
  toDoubleStruck,
  toLowered,
  toRaised,
} from '@/lib/core/tex-symbols'
import { editTex } from '../formula/edit-tex'
import { findSigns } from '../formula/signs'
import { toChemistryText } from './chemistry-text'
import { addAccent, isOperand, join, toFactor, withoutBrackets, withoutTex } from './formula-parts'
import { TexTokens } from './tex-tokens'

/** Formulas nested more deeply are read without their structure, because reading is recursive. */
const maxLevels = 40

/** Longer than any formula that people write. It bounds the work, because each step examines the text read so far. */
const longestRead = 5_000

/** A formula as people would type it: `x²`, `√(l/g)`, `4 × 4`, `6 CO₂ → …`; no TeX command is left. */
export function toFormulaText(tex: string): string {
  const beginning = tex.slice(0, longestRead)
  const decoded = /[%&]/.test(beginning) ? editTex(beginning, [...findSigns(beginning)]).tex : beginning
  const read = new FormulaReader(decoded).readAll()
  const text = tex.length > longestRead ? read + withoutTex(tex.slice(longestRead)) : read
  return text
    .replace(/[ \t\n]+/g, ' ')
    .replace(/([([{⟨⌊⌈]) | (?=[)\]}⟩⌋⌉,;])/g, '$1')
    .trim()
    .normalize('NFC')
}

const spaces = /^(?:[,;:> ]|quad|qquad|enspace|thinspace|medspace|thickspace|space|nobreakspace)$/
const endsInOperator = /[+−=→⇌⟶,;]\s+$/
const relation = /[=<>≤≥≠≈≡→⇒⟹⇔⟺↔⇌]/

class FormulaReader extends TexTokens {
  private level = 0
  /** Whether a sign after `&` is that of a number: in a matrix, but not in aligned lines. */
  private inCells = false

  readAll(): string {
    let out = ''
    while (this.at < this.tokens.length) {
      out += this.read()
      // A closing brace without an opening one.
      this.at += 1
    }
    return out
  }

  /** Reads up to the end of the group or of the formula. */
  private read(end = '}'): string {
    let out = ''
    if (this.level > maxLevels) return this.rest()
    this.level += 1
    while (this.at < this.tokens.length && this.tokens[this.at] !== '}' && this.tokens[this.at] !== end) {
      const found = this.tokens[this.at++] as string
      if (found === '^' || found === '_') out = this.script(out, found)
      else if (found === '{') {
        this.at -= 1
        out += this.argument()
      } else if (found === '\\end') {
        this.argument()
        break
      } else out = join(out, this.piece(found, out))
    }
    this.level -= 1
    return out
  }

  private piece(found: string, before: string): string {
    if (/^\s/.test(found) || found === '~') return ' '
    if (found === '&') return ' '
    if (found === "'") return '′'
    if (found.startsWith('\\')) return this.command(found.slice(1), before)
    if (found === '-' || found === '+')
      return isOperand(before) && !this.beginsCell() ? ` ${found === '-' ? '−' : found} ` : found === '-' ? '−' : found
    return /^[=<>]$/.test(found) ? ` ${found} ` : found
  }

  /** Whether the sign just read begins a cell but is not all of it. */
  private beginsCell(): boolean {
    const isBar = (token: string | undefined) => token === '&'
    const notSpace = (token: string) => !/^\s/.test(token)
    const before = this.tokens.slice(Math.max(0, this.at - 3), this.at - 1).findLast(notSpace)
    return this.inCells && isBar(before) && !isBar(this.tokens.slice(this.at, this.at + 2).find(notSpace))
  }

  private command(name: string, before: string): string {
    const sign = signs.get(name)
    if (sign !== undefined) return this.skipSpace(sign)
    const operator = operators.get(name)
    if (operator !== undefined)
      return this.skipSpace(isOperand(before) || relation.test(operator) ? ` ${operator} ` : operator)
    if (functions.has(name)) return this.functionName(name)
    if (name === '\\' || name === 'cr' || name === 'newline') {
      this.skipHeight()
      return this.skipSpace('; ')
    }
    if (spaces.test(name) || /^\s/.test(name)) return ' '
    if (name === '!' || name === '') return ''
    if (!/^[A-Za-z]/.test(name)) return name === '|' ? '‖' : name
    if (silentCommand.test(name)) return this.delimiter()
    return this.skipSpace(this.construct(name.replace(/\*$/, ''), before))
  }

  private construct(name: string, before: string): string {
    if (/^(?:(?:re)?newcommand|providecommand|DeclareMathOperator|[gex]?def)$/.test(name)) {
      this.skipDefinition()
      return ''
    }
    if (name === 'ce' || name === 'pu') return toChemistryText(this.source(), name === 'pu')
    if (/^[dtc]?frac$/.test(name)) return this.fraction(before)
    if (/^[dt]?binom$/.test(name)) return `(${this.argument()} choose ${this.argument()})`
    if (name === 'sqrt') return this.root()
    if (/^(?:ket|bra|braket)$/i.test(name)) return this.braket(name.toLowerCase())
    if (name === 'begin') return this.environment()
    if (name === 'not') return ` ${this.argument().trim()}\u0338 `
    if (name === 'mathbb' || name === 'Bbb') return toDoubleStruck(this.argument())
    if (/^pmod|^pod/.test(name)) return ` (mod ${this.argument()})`
    if (name === 'tag') return ` (${this.source()})`
    if (/^x.*(?:arrow|harpoons)/.test(name)) return this.longArrow(name)
    if (/^(?:overset|underset|stackrel)$/.test(name)) return this.stacked(name)
    const accent = accents.get(name)
    if (accent !== undefined) return addAccent(this.argument(), accent)
    if (textCommand.test(name)) return this.textArgument()
    if (settingCommand.test(name)) return this.source().slice(0, 0)
    // An unknown command with an argument stands for that; without one, it stands for its name.
    return this.tokens[this.at] === '{' ? '' : ` ${name} `
  }

  private fraction(before: string): string {
    const text = `${toFactor(this.argument(), false)}/${toFactor(this.argument(), true)}`
    this.skipSpace('')
    const next = this.tokens[this.at] ?? ''
    return `${/[\p{L}\p{N}]$/u.test(before) ? ' ' : ''}${text}${/^(?:[\p{L}\p{N}(]$|\\[A-Za-z])/u.test(next) ? ' ' : ''}`
  }

  private braket(name: string): string {
    const inside = this.argument().trim()
    return `${name === 'ket' ? '|' : '⟨'}${inside}${name === 'bra' ? '|' : '⟩'}`
  }

  private functionName(name: string): string {
    this.skipSpace('')
    const next = this.tokens[this.at] ?? ''
    return ` ${name.replace(/^bmod$/, 'mod')}${/^[_^([{)\]},]$/.test(next) && next !== '{' ? '' : ' '}`
  }

  private root(): string {
    const degree = this.optional()
    const inside = this.argument().trim()
    const sign = { '': '√', '2': '√', '3': '∛', '4': '∜' }[degree] ?? `${toRaised(degree) ?? `${degree} `}√`
    return `${sign}${/^(?:[\d.]+|\p{L})$/u.test(inside) ? inside : `(${withoutBrackets(inside)})`}`
  }

  private script(out: string, mark: string): string {
    // A script after an operator belongs to what follows: the numbers of an isotope.
    const before = endsInOperator.test(out) ? out : out.trimEnd()
    const text = this.argument().trim()
    if (text === '') return before
    if (mark === '_' && /(?:^|[^A-Za-z])(?:lim|max|min|sup|inf|argmax|argmin|liminf|limsup)$/.test(before.slice(-8))) {
      return `${before}(${text}) `
    }
    const small = mark === '^' ? toRaised(text) : toLowered(text)
    if (small !== undefined) return before + small
    const gap = /[∑∏∫∮⋃⋂]\S*$/.test(before.slice(-16)) ? ' ' : ''
    return `${before}${mark}${/^(?:[\p{L}\p{N}\p{M}∞*]+|.)$/u.test(text) ? text : `(${withoutBrackets(text)})`}${gap}`
  }

  private environment(): string {
    const name = this.source()
    if (/^(?:array|alignedat|tabular)/.test(name)) {
      this.skipSpace('')
      if (this.tokens[this.at] === '{') this.source()
    }
    const outer = this.inCells
    this.inCells = /matrix|array|cases/.test(name)
    const rows = this.read()
      .trim()
      .replace(/(?:;\s*)+$/, '')
    this.inCells = outer
    const brackets = {
      pmatrix: '()',
      bmatrix: '[]',
      Bmatrix: '{}',
      vmatrix: '||',
      Vmatrix: '‖‖',
      matrix: '()',
      smallmatrix: '()',
    }[name]
    return brackets ? `${brackets[0]}${rows}${brackets[1]}` : rows
  }

  private longArrow(name: string): string {
    const below = this.optional()
    const words = [this.argument().trim(), below].filter(Boolean).join(', ')
    const arrow = name.includes('harpoons') ? '⇌' : name.includes('leftright') ? '↔' : name.includes('left') ? '←' : '→'
    return words ? ` ${arrow}(${words}) ` : ` ${arrow} `
  }

  private stacked(name: string): string {
    const small = this.argument().trim()
    const base = this.argument()
    const isSign = /^\W*$/u.test(small)
    return isSign ? base : `${base.trimEnd()}(${small})${name === 'stackrel' ? ' ' : ''}`
  }

  /** The text of an argument in square brackets, if there is one. */
  private optional(): string {
    if (this.tokens[this.at] !== '[') return ''
    this.at += 1
    const text = this.read(']').trim()
    if (this.tokens[this.at] === ']') this.at += 1
    return text
  }

  /** The text of the next group or of the next token. */
  private argument(): string {
    this.skipSpace('')
    const next = this.tokens[this.at]
    if (next === undefined || next === '}') return ''
    if (this.level > maxLevels) return this.rest()
    if (next !== '{') {
      this.at += 1
      if (next === '^' || next === '_' || next === '&') return ''
      this.level += 1
      const text = this.piece(next, '')
      this.level -= 1
      return text
    }
    this.at += 1
    const text = this.read()
    this.at += 1
    return text
  }

  /** A text argument: its spaces are kept, and formulas in it are read as such. */
  private textArgument(): string {
    const written = this.source()
    if (!/[\\$^_]/.test(written)) return written.replace(/[{}]/g, '').replace(/~/g, ' ')
    if (this.level > maxLevels) return withoutTex(written)
    const inner = new FormulaReader(written.replace(/(?<!\\)\$/g, ''))
    inner.level = this.level + 1
    return inner.readAll()
  }

  /** The rest of the formula, without its structure. */
  private rest(): string {
    const rest = withoutTex(this.tokens.slice(this.at).join(''))
    this.at = this.tokens.length
    return rest
  }

  /** Skips the full stop that means no delimiter after `\left` and the like. */
  private delimiter(): string {
    this.skipSpace('')
    if (this.tokens[this.at] === '.') this.at += 1
    return ''
  }
}
