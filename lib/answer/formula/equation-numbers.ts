import type { Edit } from '@/lib/core/finding'
import { listParts, type TexPart } from './tex-parts'

/** A formula's number as references show it, and its id. */
export type Equation = { number: string; id: string }

type Row = { end: number; isNumbered: boolean; tag?: string; labels: string[] }

/** Environments with a number or a tag on each row. */
const withRows = /^(?:align|alignat|gather|equation)\*?$/

/** Numbers the formulas of an answer for references. */
export class EquationNumbers {
  readonly equations = new Map<string, Equation>()
  private last = 0
  private labelled = 0

  /**
   * The edits for the next display formula: each number becomes a tag, so that readers and references see the same, and
   * labels are removed. A row with a label has a number even if its environment has none. `id` is the target of links.
   */
  add(tex: string): { edits: Edit[]; id: string | undefined } {
    const parts = listParts(tex)
    const edits: Edit[] = parts
      .filter(({ kind }) => kind === 'label')
      .map(({ start, end }) => ({ start, end, text: '' }))
    const id = edits.length > 0 ? `eq.${++this.labelled}` : undefined
    for (const { end, isNumbered, tag, labels } of listRows(tex, parts)) {
      const isCounted = tag === undefined && (isNumbered || labels.length > 0)
      const number = isCounted ? String(++this.last) : tag
      if (isCounted) edits.push({ start: end, end, text: `\\tag{${number}}` })
      for (const label of labels) if (number && id) this.equations.set(label, { number, id })
    }
    return { edits, id }
  }
}

/** The rows of a formula that can be numbered: those of its environment, or the formula as a whole. */
function listRows(tex: string, parts: readonly TexPart[]): Row[] {
  const rows: Row[] = []
  const around: Row = { end: tex.length, isNumbered: false, labels: [] }
  let isNumbered = false
  let row: Row | undefined
  for (const { kind, name, start, depth } of parts) {
    if (kind === 'begin' && depth === 0 && withRows.test(name)) {
      isNumbered = !name.endsWith('*')
      row = { end: start, isNumbered, labels: [] }
    } else if (row && ((kind === 'end' && depth === 0) || (kind === 'row' && depth === 1))) {
      rows.push({ ...row, end: start })
      row = kind === 'row' ? { end: start, isNumbered, labels: [] } : undefined
    } else if (kind === 'label') (row ?? around).labels.push(name)
    else if (kind === 'tag') (row ?? around).tag = name
    else if (kind === 'notag' && row) row.isNumbered = false
  }
  const last = rows.at(-1)
  if (!last) return [around]
  // What follows an environment belongs to its last row.
  last.labels.push(...around.labels)
  if (around.tag !== undefined && !last.isNumbered) last.tag ??= around.tag
  return rows
}
