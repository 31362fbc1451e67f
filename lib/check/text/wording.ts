import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'

/** What a library's own content/check.yml says about words. */
export type Wording = {
  /** What chatbots say, anywhere in a text. */
  phrases: readonly string[]
  /** What is left over from their pages, as a line of its own. */
  lines: readonly string[]
  /** The right word for each wrong one; `off` for one that is correct here. */
  spelling: Readonly<Record<string, string>>
}

const known = load(readFileSync(fileURLToPath(new URL('chatbot-phrases.yml', import.meta.url)), 'utf8')) as Wording

type Phrases = { anywhere: RegExp; lines: ReadonlySet<string> }
const prepared = new WeakMap<Wording, Phrases>()

/** The built-in phrases and lines together with those of a library, prepared for matching. */
export function toPhrases(wording: Wording): Phrases {
  let phrases = prepared.get(wording)
  if (!phrases) {
    const all = [...known.phrases, ...wording.phrases].map(toPattern)
    const anywhere = new RegExp(String.raw`(?<![\p{L}\p{N}“"‘'«])(?:${all.join('|')})(?![\p{L}\p{N}])`, 'giu')
    phrases = { anywhere, lines: new Set([...known.lines, ...wording.lines].map(toLine)) }
    prepared.set(wording, phrases)
  }
  return phrases
}

/** A line as it is compared: in lower case, without space around it. */
export const toLine = (line: string) => line.trim().toLowerCase()

const toPattern = (phrase: string) =>
  phrase
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/\s+/g, String.raw`\s{1,3}`)
    .replace(/['’]/g, "['’]")
