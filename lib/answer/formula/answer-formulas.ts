import { escapeHtml } from '@/lib/core/escape-html'
import type { Formula } from '../find-formula'
import { createMacros, createMeter, defines, type Macros, meterMacros } from './macros'
import { NumberedFormulas } from './numbered-formulas'
import { renderTex, type TexError } from './render-tex'

/** A rendered formula; `id` is what references to it link to. */
export type RenderedFormula = { html: string; display: boolean; id: string | undefined } | { error: TexError }

/** The formulas of one answer: they share the commands that they define, and their numbering. */
export class AnswerFormulas {
  private readonly numbered: NumberedFormulas
  private readonly macros: Macros
  private readonly meter = createMeter()

  constructor(formulas: readonly Formula[]) {
    this.numbered = new NumberedFormulas(formulas)
    this.macros = createMacros(this.numbered.equations)
  }

  /** Renders a formula with the commands defined by those before it, so call it in the order of the answer. */
  render(formula: Formula): RenderedFormula {
    const link = this.toLink(formula.tex)
    if (link) return { html: link, display: false, id: undefined }
    const { tex, display, toOriginal, id } = this.numbered.prepare(formula)
    const rendered = renderTex(tex, display, this.macros)
    if (defines.test(tex)) meterMacros(this.macros, this.meter)
    if ('error' in rendered) {
      const { message, position } = rendered.error
      // The error may be in a command defined by another formula: then its position there means nothing here.
      return { error: { message, position: Math.min(toOriginal(position), formula.tex.length) } }
    }
    return { html: tex === formula.tex ? rendered.html : annotate(rendered.html, formula), display, id }
  }

  /** A formula that is only a reference, as a link; undefined if the number is more than one word. */
  private toLink(tex: string): string | undefined {
    const { shown, id } = this.numbered.findReference(tex) ?? {}
    return shown !== undefined && isWord.test(shown) ? `<a href="#${id}">${escapeHtml(shown)}</a>` : undefined
  }
}

const isWord = /^\(?[\p{L}\p{N}.,*'′-]+\)?$/u

/** Puts the author's source into MathML's annotation. */
const annotate = (html: string, { tex }: Formula) =>
  html.replace(/(<annotation encoding="application\/x-tex">)[^<]*/, (_, tag: string) => `${tag}${escapeHtml(tex)}`)
