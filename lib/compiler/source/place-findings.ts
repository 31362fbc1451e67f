import { type Edit, type Finding, toFinding } from '@/lib/core/finding'
import { toListFinding } from '../rules/front-matter/field-type'
import { toQuotesFinding } from '../rules/front-matter/text-quotes'
import { toLineFinding } from '../rules/front-matter/yaml'
import type { FieldFinding } from '../schema/field-finding'
import type { FieldPaths } from '../schema/field-paths'
import { findBrokenLines } from './broken-lines'
import type { FrontMatter } from './front-matter'
import { moveBelow } from './move-field'
import { findUnquotedTexts, type TextFields, type UnquotedText } from './unquoted-texts'
import { toYamlText } from './write-yaml'

/**
 * Places findings at their fields; for an absent field, at the start of its parent or of the front matter. A text that
 * needs quotes gets no other finding: the others only follow from how YAML misread it.
 */
export function placeFindings(
  text: string,
  { yaml, yamlStart, locate }: FrontMatter,
  unquoted: readonly UnquotedText[],
  all: readonly FieldFinding[],
): Finding[] {
  const quotes = unquoted.map((one) => toTextFinding(text, yamlStart, one))
  const explained = new Set(unquoted.map(({ field }) => field))
  const found = all.filter(({ field }) => !explained.has(field) && !explained.has(toParent(field)))
  if (found.length === 0) return quotes
  const places = locate()
  let isMoved = false
  const placed = found.map(({ field, rename, moveBelow: parent, rule, message, toQuoted }) => {
    const lastDot = field.lastIndexOf('.')
    const place = places.get(field) ?? places.get(toParent(field))
    const at = yamlStart + (place?.key ?? 0)
    const name = field.slice(lastDot + 1)
    const written = toQuoted && place?.style === 'plain' ? yaml.slice(place.value, place.end) : undefined
    if (place && toQuoted && written !== undefined) {
      const fix = [{ start: yamlStart + place.value, end: yamlStart + place.end, text: toYamlText(written, 'double') }]
      return toFinding(rule, { at, message: toQuoted(written), fix }, text)
    }
    if (parent !== undefined && !isMoved) {
      const moved = moveBelow(yaml, places, field, parent)
      // One move per run, because it may add the parent that the next move needs.
      isMoved = moved !== undefined
      return toFinding(rule, { at, message, fix: moved && shift(moved, yamlStart) }, text)
    }
    const isPlain = rename !== undefined && text.startsWith(`${name}:`, at)
    const fix = isPlain ? [{ start: at, end: at + name.length, text: rename }] : undefined
    return toFinding(rule, { at, message, fix }, text)
  })
  return [...quotes, ...placed]
}

const toTextFinding = (text: string, yamlStart: number, one: UnquotedText) =>
  one.isList ? toListFinding(text, yamlStart, one) : toQuotesFinding(text, yamlStart, one)

const toParent = (field: string) => field.slice(0, Math.max(0, field.lastIndexOf('.')))

const shift = (edits: readonly Edit[], by: number): Edit[] =>
  edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }))

/** How many findings of one kind a file can have: placing each one scans the text. */
const maxFound = 1_000

/** What is wrong with YAML that its parser refuses: the texts that need quotes and the broken lines, or else the refusal. */
export function explainRefusal(
  text: string,
  { yaml, yamlStart }: Pick<FrontMatter, 'yaml' | 'yamlStart'>,
  refusal: Finding,
  texts: TextFields,
  paths: FieldPaths,
): Finding[] {
  const unquoted = findUnquotedTexts(yaml, texts)
  const isIn = (at: number) => unquoted.some(({ start, end }) => start <= at && at < end)
  const broken = findBrokenLines(yaml, paths)
    .filter(({ at }) => !isIn(at))
    .slice(0, maxFound)
    .map(({ at, message, fix }) => toLineFinding(text, yamlStart + at, message, fix && shift(fix, yamlStart)))
  const found = [...unquoted.slice(0, maxFound).map((one) => toTextFinding(text, yamlStart, one)), ...broken]
  return found.length === 0 ? [refusal] : found
}
