import { isSlug } from '@/lib/core/names'
import type { SheetAddress } from '@/lib/core/routes'
import { parseShortId, writeShortId } from '@/lib/core/short-id'
import type { Selection } from '@/lib/library/pages'

const maxPerSheet = 50
const usualOnSheet = 10
const firstSeed = '1'

/** A requested sheet: which questions, how many, and whether its key has whole answers (`full`). */
export type SheetRequest = {
  selection: Selection | undefined
  count: number
  seed: string
  full: boolean
  /** What was invalid and therefore ignored, in sentences. */
  remarks: string[]
}

/** Parses the address of a sheet. Invalid parameters are ignored, with a remark. */
export function parseSheetRequest(parameters: URLSearchParams): SheetRequest {
  const remarks: string[] = []
  const count = readCount(parameters.get('n'), remarks)
  const seed = readSeed(parameters.get('seed'), remarks)
  const selection = readSelection(parameters, { count, seed }, remarks)
  return { selection, count, seed, full: parameters.get('key') === 'full', remarks }
}

function readCount(given: string | null, remarks: string[]): number {
  if (!given) return usualOnSheet
  const count = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
  if (count >= 1 && count <= maxPerSheet) return count
  remarks.push(`A sheet has from 1 to ${maxPerSheet} questions.`)
  return count > maxPerSheet ? maxPerSheet : usualOnSheet
}

function readSeed(given: string | null, remarks: string[]): string {
  if (!given) return firstSeed
  if (/^[\w-]{1,32}$/.test(given)) return given
  remarks.push('A seed has up to 32 letters and digits.')
  return firstSeed
}

function readSelection(
  parameters: URLSearchParams,
  drawn: { count: number; seed: string },
  remarks: string[],
): Selection | undefined {
  const chosen = parameters.get('q')
  if (chosen) return { kind: 'chosen', shorts: readShorts(chosen, maxPerSheet, remarks) }
  const [subject = '', topic, ...more] = (parameters.get('topic') || parameters.get('subject') || '').split('/')
  if (subject === '') return undefined
  const named = isSlug(subject) && (topic === undefined || isSlug(topic)) && more.length === 0
  if (!named) {
    remarks.push('Name a topic with its subject, as in “physics/optics”.')
    return undefined
  }
  return topic === undefined ? { kind: 'subject', subject, ...drawn } : { kind: 'topic', subject, topic, ...drawn }
}

const maxPerDeck = 500

/** The questions of a deck: those of a topic, or a list; never a whole subject, for which there are packs. */
export function parseDeckRequest(parameters: URLSearchParams): Selection | undefined {
  const chosen = parameters.get('q')
  if (chosen) return { kind: 'chosen', shorts: readShorts(chosen, maxPerDeck, []) }
  const [subject = '', topic = '', ...more] = (parameters.get('topic') ?? '').split('/')
  if (!isSlug(subject) || !isSlug(topic) || more.length > 0) return undefined
  return { kind: 'topic', subject, topic, seed: undefined, count: maxPerDeck }
}

/** The numbers in a comma-separated list of short ids. */
function readShorts(list: string, max: number, remarks: string[]): number[] {
  const read = list
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(parseShortId)
  const shorts = [...new Set(read)].filter((short) => short !== undefined)
  if (read.includes(undefined)) remarks.push('An id has eight letters and digits; others were left out.')
  if (shorts.length > max) remarks.push(`Only the first ${max} questions are here.`)
  return shorts.slice(0, max)
}

/** The canonical address of a sheet. */
export function toSheetAddress({ selection, count, seed, full }: SheetRequest): SheetAddress {
  const key = full ? 'full' : undefined
  switch (selection?.kind) {
    case 'chosen':
      return { q: selection.shorts.map(writeShortId).join(','), key }
    case 'subject':
      return { subject: selection.subject, n: count, seed, key }
    case 'topic':
      return { topic: `${selection.subject}/${selection.topic}`, n: count, seed, key }
    default:
      return {}
  }
}
