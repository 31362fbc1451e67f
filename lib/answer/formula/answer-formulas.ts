import { escapeHtml } from '@/lib/core/escape-html'
import type { Formula } from '../find-formula'
import { editTex } from './edit-tex'
import { findLikes, isDisplay, mayNeedLike } from './environments'
import { EquationNumbers } from './equation-numbers'
import { createMacros, createMeter, defines, type Macros, meterMacros } from './macros'
import { renderTex, type TexError } from './render-tex'
import { findSigns } from './signs'

/** A formula as KaTeX is given it. */
type Prepared = { tex: string; display: boolean; toOriginal: (offset: number) => number; id?: string | undefined }

/** A formula as it is shown; `id` is what references to it link to. */
export type RenderedFormula = { html: string; display: boolean; id: string | undefined } | { error: TexError }

const reference = /^\\(eq)?ref\s*\{([^{}]*)\}$/

/** The formulas of one answer: they share the commands that they define, and their numbers. */
export class AnswerFormulas {
  private readonly numbers = new EquationNumbers()
  private readonly numbered = new Map<Formula, Prepared>()
  private readonly macros: Macros = createMacros(this.numbers.equations)
  private readonly meter = createMeter()

  constructor(formulas: readonly Formula[]) {
    if (formulas.some(({ tex }) => tex.includes('\\label'))) for (const formula of formulas) this.addNumbers(formula)
  }

  /** Renders a formula with the commands that those before it have defined: in the order of the answer. */
  render(formula: Formula): RenderedFormula {
    const link = this.toLink(formula.tex)
    if (link) return { html: link, display: false, id: undefined }
    const { tex, display, toOriginal, id } = this.numbered.get(formula) ?? prepare(formula)
    const rendered = renderTex(tex, display, this.macros)
    if (defines.test(tex)) meterMacros(this.macros, this.meter)
    if ('error' in rendered) {
      const { message, position } = rendered.error
      // A command of another formula may be what is wrong: then its place there means nothing here.
      return { error: { message, position: Math.min(toOriginal(position), formula.tex.length) } }
    }
    return { html: tex === formula.tex ? rendered.html : annotate(rendered.html, formula), display, id }
  }

  private addNumbers(formula: Formula) {
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

  /** A reference that is a formula by itself, as a link; undefined where its number is more than a word. */
  private toLink(tex: string): string | undefined {
    const [, brackets, label = ''] = reference.exec(tex) ?? []
    const equation = this.numbers.equations.get(label.trim())
    if (!equation || !/^[\p{L}\p{N}.,*'′-]+$/u.test(equation.number)) return undefined
    const shown = escapeHtml(equation.number)
    return `<a href="#${equation.id}">${brackets ? `(${shown})` : shown}</a>`
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

/** Makes the source that MathML carries the author's. */
const annotate = (html: string, { tex }: Formula) =>
  html.replace(/(<annotation encoding="application\/x-tex">)[^<]*/, (_, tag: string) => `${tag}${escapeHtml(tex)}`)
