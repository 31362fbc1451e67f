import { constructFromEvents, EVENT_ID, type Event, load, parseEvents, YAMLException } from 'js-yaml'
import type { Finding } from '@/lib/core/finding'
import { toFenceFinding, unclosedFrontMatter } from '../rules/front-matter/front-matter'
import { toNoFieldsFinding, toYamlFinding } from '../rules/front-matter/yaml'
import { findClosingFault, findDoubledFence, findOpeningFault } from './fences'
import { parsePlainYaml } from './plain-yaml'
import type { FieldPlace, ScalarStyle } from './scalar-offset'

/** A parsed content file: the fields as YAML returned them, and where everything is in the text. */
export type FrontMatter = {
  fields: Record<string, unknown>
  /** The YAML between the fences, and the offset at which it begins in the file. */
  yaml: string
  yamlStart: number
  body: string
  bodyStart: number
  /** Whether every text in `fields` is exactly as written in the file. */
  verbatim: boolean
  /** The place of every field, by its path with dots (`seo.title`, `sources.0`). */
  locate: () => ReadonlyMap<string, FieldPlace>
}

/** YAML forbids these everywhere (https://yaml.org/spec/1.2.2/#51-character-set). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression is there to find them
const hasControlCharacter = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/

const opening = /^---[ \t]*\n/
const closing = /^---[ \t]*$/m

/** The front matter and the body of a question file, or what is wrong with it. */
export function parseFrontMatter(text: string): FrontMatter | Finding {
  const split = splitFrontMatter(text)
  if ('rule' in split) return split
  const parsed = parseYaml(split.yaml, text, split.yamlStart)
  return 'finding' in parsed ? parsed.finding : { ...split, ...parsed }
}

/** The YAML and the body of a question file, not yet parsed. */
export function splitFrontMatter(text: string): Omit<FrontMatter, keyof Parsed> | Finding {
  const open = opening.exec(text)
  if (!open) return toFenceFinding(text, findOpeningFault(text))
  const yamlStart = open[0].length
  const close = closing.exec(text.slice(yamlStart))
  if (!close) {
    const fault = findClosingFault(text, yamlStart)
    return fault ? toFenceFinding(text, fault) : unclosedFrontMatter
  }
  const yaml = text.slice(yamlStart, yamlStart + close.index)
  const bodyStart = yamlStart + close.index + close[0].length
  const doubled = yaml.trim() === '' ? findDoubledFence(text, yamlStart, bodyStart) : undefined
  if (doubled) return toFenceFinding(text, doubled)
  return { yaml, yamlStart, body: text.slice(bodyStart), bodyStart }
}

/** The fields of a YAML file that is one mapping, such as content/subjects/<subject>.yml. */
export function parseYamlFile(text: string): FrontMatter | Finding {
  const parsed = parseYaml(text, text, 0)
  if ('finding' in parsed) return parsed.finding
  return { ...parsed, yaml: text, yamlStart: 0, body: '', bodyStart: text.length }
}

type Parsed = Pick<FrontMatter, 'fields' | 'verbatim' | 'locate'>

/** Aliases (`*name`) are rejected: no content needs them, and nested ones can expand without bound. */
function parseYaml(yaml: string, text: string, yamlStart: number): Parsed | { finding: Finding } {
  const plain = hasControlCharacter.test(yaml) ? undefined : parsePlainYaml(yaml)
  if (plain) return { fields: plain, verbatim: true, locate: () => locatePlainFields(yaml) }
  try {
    const events = parseEvents(yaml, {})
    const documents = constructFromEvents(events, { maxAliases: 0, source: yaml })
    // Unless there is exactly one document, `load` throws an error that says so.
    const fields = documents.length === 1 ? documents[0] : load(yaml, { maxAliases: 0 })
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields)) {
      return { fields: fields as Parsed['fields'], verbatim: false, locate: () => toPlaces(yaml, events) }
    }
    return { finding: toNoFieldsFinding(text, yamlStart) }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const star = error.reason.includes('liases') ? 1 : 0
    const at = yamlStart + Math.min(error.mark?.position ?? 0, yaml.length) - star
    return { finding: toYamlFinding(text, at, error.reason) }
  }
}

/**
 * The same without the line break at the end of a block scalar (`author: >`), which is not part of a name, a date or an
 * address. An answer stays as it is.
 */
export function trimFields(frontMatter: FrontMatter): FrontMatter {
  return frontMatter.verbatim ? frontMatter : { ...frontMatter, fields: withoutLastBreaks(frontMatter.fields) }
}

function withoutLastBreaks(fields: Record<string, unknown>): Record<string, unknown> {
  const trim = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(/\n+$/, '')
    if (Array.isArray(value)) return value.map(trim)
    return typeof value === 'object' && value !== null ? withoutLastBreaks(value as Record<string, unknown>) : value
  }
  const entries = Object.entries(fields).map(([name, value]) => [name, name === 'answer' ? value : trim(value)])
  return Object.fromEntries(entries)
}

function locatePlainFields(yaml: string): Map<string, FieldPlace> {
  const places = new Map<string, FieldPlace>()
  parsePlainYaml(yaml, places)
  return places
}

/** The place of every field of a YAML text that has already been parsed. */
export const locateFields = (yaml: string) => toPlaces(yaml, parseEvents(yaml, {}))

function toPlaces(yaml: string, events: readonly Event[]): Map<string, FieldPlace> {
  const places = new Map<string, FieldPlace>()
  let next = 0

  const visit = (path: string, key: number) => {
    const event = events[next++]
    if (!event) return
    const place = toPlace(event, key)
    if (path !== '' && place) places.set(path, place)
    if (event.type === EVENT_ID.MAPPING) {
      while (events[next] && events[next]?.type !== EVENT_ID.POP) {
        const keyEvent = events[next++] as Event
        const start = 'valueStart' in keyEvent ? keyEvent.valueStart : 0
        const name = 'valueStart' in keyEvent ? yaml.slice(keyEvent.valueStart, keyEvent.valueEnd) : ''
        visit(path === '' ? name : `${path}.${name}`, start)
      }
      next += 1
    } else if (event.type === EVENT_ID.SEQUENCE) {
      for (let index = 0; events[next] && events[next]?.type !== EVENT_ID.POP; index += 1) visit(`${path}.${index}`, -1)
      next += 1
    }
  }

  if (events[next]?.type === EVENT_ID.DOCUMENT) next += 1
  visit('', 0)
  return places
}

/** By js-yaml's numbers. */
const scalarStyles: Record<number, ScalarStyle> = { 1: 'plain', 2: 'single', 3: 'double', 4: 'block', 5: 'block' }

function toPlace(event: Event, key: number): FieldPlace | undefined {
  if (event.type === EVENT_ID.SCALAR) {
    const value = event.valueStart === -1 ? key : event.valueStart
    const style = scalarStyles[event.style] ?? 'none'
    return { key: key === -1 ? value : key, value, end: event.valueEnd, indent: event.indent, style }
  }
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
    return { key: key === -1 ? event.start : key, value: event.start, end: event.start, indent: -1, style: 'none' }
  }
  return undefined
}
