import type { Formula } from '../find-formula'
import { editTex } from './edit-tex'
import { findLikes, isDisplay, mayNeedLike } from './environments'
import { type Equation, EquationNumbers } from './equation-numbers'
import { findSigns } from './signs'

/** A formula as it is passed to KaTeX; `id` is what references to it link to. */
export type Prepared = {
  tex: string
  display: boolean
  toOriginal: (offset: number) => number
  id?: string | undefined
}

const reference = /^\\(eq)?ref\s*\{([^{}]*)\}$/

/** The formulas of one answer, with the numbers for references between them. */
export class NumberedFormulas {
  private readonly numbers = new EquationNumbers()
  private readonly numbered = new Map<Formula, Prepared>()

  constructor(formulas: readonly Formula[]) {
    if (formulas.some(({ tex }) => tex.includes('\\label'))) for (const formula of formulas) this.add(formula)
  }

  /** The numbered formulas by their labels. */
  get equations(): ReadonlyMap<string, Equation> {
    return this.numbers.equations
  }

  prepare = (formula: Formula): Prepared => this.numbered.get(formula) ?? prepare(formula)

  /** The text and the target of a formula that is only a reference; undefined for all others. */
  findReference(tex: string): { shown: string; id: string } | undefined {
    const [, brackets, label = ''] = reference.exec(tex) ?? []
    const equation = this.equations.get(label.trim())
    return equation && { shown: brackets ? `(${equation.number})` : equation.number, id: equation.id }
  }

  private add(formula: Formula) {
    const prepared = prepare(formula)
    if (!prepared.display) return
    const { edits, id } = this.numbers.add(prepared.tex)
    const { tex, toOriginal } = editTex(prepared.tex, edits)
    this.numbered.set(formula, {
      ...prepared,
      tex,
      id,
      toOriginal: (offset) => prepared.toOriginal(toOriginal(offset)),
    })
  }
}

function prepare({ tex, display }: Formula): Prepared {
  const signs = /[%&]/.test(tex) ? editTex(tex, [...findSigns(tex)]) : editTex(tex, [])
  if (!tex.includes('\\begin')) return { ...signs, display }
  const isOnOwnLine = display || isDisplay(tex)
  if (!mayNeedLike(tex)) return { ...signs, display: isOnOwnLine }
  const likes = editTex(signs.tex, findLikes(signs.tex))
  const toOriginal = (offset: number) => signs.toOriginal(likes.toOriginal(offset))
  return { tex: likes.tex, display: isOnOwnLine, toOriginal }
}
