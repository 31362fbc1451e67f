import type { ReadSetting } from '@/lib/compiler/parse-file'
import { parseContent } from '@/lib/compiler/source/parse-content'
import { type FileRead, type FileToRead, readFile } from '@/lib/compiler/source/read-file'
import { byPosition, type Finding, type Match, toFinding } from '@/lib/core/finding'
import type { PlacedAddress } from '@/lib/core/types'
import { type ComparedWords, toComparedWords } from './library/compared-words'
import { toMinhash } from './library/minhash'
import { type CrossFileFacts, toCrossFileFacts } from './question/cross-file-facts'
import { QuestionFile } from './question/question-file'
import { rules, rulesByName } from './registry'
import type { Rule } from './rule'
import { toFailure } from './rules/file/check-failed'
import type { Wording } from './text/wording'

/** A file's own findings, and what must be compared with other files; neither if it is unchanged or has vanished. */
export type Inspection = FileRead & {
  findings: Finding[]
  facts?: CrossFileFacts
  /** The addresses that gone.yml lists. */
  removed?: PlacedAddress[]
  minhash?: Uint32Array
  compared?: ComparedWords
}

/** What each thread that checks files is started with. */
export type InspectSetting = ReadSetting & { wording: Wording }

/** Reads files and checks each against all rules that need no other file. */
export const prepare =
  (setting: InspectSetting) =>
  (file: FileToRead): Inspection => {
    const readAt = Date.now()
    try {
      return inspect(setting, file)
    } catch (error) {
      return toLost(file, error, readAt)
    }
  }

/** The result for a file whose inspection failed or crashed its thread. */
export const toLost = (_: FileToRead, error: unknown, readAt = Date.now()): Inspection => ({
  readAt,
  hash: '',
  state: 'changed',
  findings: [toFailure(error)],
})

function inspect({ contentDir, schema, wording }: InspectSetting, file: FileToRead): Inspection {
  const { bytes, ...read } = readFile(contentDir, file)
  if (!bytes) return { ...read, findings: [] }
  const { dir, name } = file
  const { text, frontMatter, question, removed, findings } = parseContent(bytes, dir, name, schema)
  if (text === undefined) return { ...read, findings }
  const found = [...findInBytes(bytes.toString('utf8')), ...findings]
  if (!question || !frontMatter) return { ...read, findings: found.sort(byPosition), ...(removed && { removed }) }
  const questionFile = new QuestionFile(`${dir}/${name}`, text, frontMatter)
  const minhash = toMinhash(`${question.title} ${questionFile.answer.markdown}`)
  const facts = toCrossFileFacts(questionFile, question)
  return {
    ...read,
    findings: [...found, ...findInQuestion(questionFile, wording)].sort(byPosition),
    facts,
    compared: toComparedWords(facts, questionFile.answer.markdown),
    ...(minhash && { minhash }),
  }
}

const findInBytes = (raw: string): Finding[] =>
  rules.flatMap((rule) => listFirst(rule.findInBytes?.(raw)).map((match) => toShown(raw, rule, match)))

/** A position as editors count it: a byte-order mark is not a column, and every kind of line end starts a line. */
function toShown(raw: string, rule: Rule, match: Match): Finding {
  if (typeof match.at !== 'number') return toFinding(rule, match)
  const before = raw
    .slice(0, match.at)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
  return toFinding(rule, { ...match, at: before.length }, before)
}

const findInQuestion = (file: QuestionFile, wording: Wording): Finding[] =>
  rules.flatMap((rule) =>
    listFirst(rule.findInQuestion?.(file, rulesByName, wording)).map((match) => toFinding(rule, match, file.text)),
  )

/** How many findings of one kind a file can have: placing each one scans the text. */
const maxFound = 1_000

function listFirst(matches: Iterable<Match> = []): Match[] {
  const first: Match[] = []
  for (const match of matches) if (first.push(match) === maxFound) break
  return first
}
