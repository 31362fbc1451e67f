import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FileToParse, ReadSetting } from '@/lib/compiler/parse-file'
import type { SchemaDef } from '@/lib/compiler/schema/schema'
import { parseFrontMatter } from '@/lib/compiler/source/front-matter'
import { listGone } from '@/lib/compiler/source/read-gone'
import { readQuestion } from '@/lib/compiler/source/read-question'
import { readSubject } from '@/lib/compiler/source/read-subject'
import { readText } from '@/lib/compiler/source/read-text'
import { type Mistake, type Problem, toProblem } from '@/lib/core/finding'
import type { PlacedAddress } from '@/lib/core/types'
import { type Facts, toFacts } from './facts'
import { QuestionFile } from './question-file'
import { checkBrackets } from './rules/brackets'
import { checkBytes } from './rules/bytes'
import { checkCode } from './rules/code'
import { checkFields } from './rules/fields'
import { checkFootnotes } from './rules/footnotes'
import { checkFormulas } from './rules/formulas'
import { checkHeadings } from './rules/headings'
import { checkHtml } from './rules/html'
import { checkLinks } from './rules/links'
import { checkNesting } from './rules/nesting'
import { checkRelated } from './rules/related'
import { checkTables } from './rules/tables'
import { checkWords } from './rules/words'
import { toSignature } from './signature'

/** What is wrong with a file by itself, and what must be compared with others. */
export type Inspection = {
  readAt: number
  hash: string
  unchanged: boolean
  problems: Problem[]
  facts?: Facts
  /** What the file of gone addresses names. */
  gone?: PlacedAddress[]
  signature?: Uint32Array
}

const questionRules: ((file: QuestionFile) => Iterable<Mistake>)[] = [
  checkFields,
  checkRelated,
  checkWords,
  checkNesting,
  checkHeadings,
  checkFormulas,
  checkCode,
  checkBrackets,
  checkTables,
  checkHtml,
  checkFootnotes,
  checkLinks,
]

/** Reads a file and holds it against every rule that needs no other file. */
export function inspectFile(contentDir: string, file: FileToParse, schema: SchemaDef): Inspection {
  const readAt = Date.now()
  const bytes = readFileSync(path.join(contentDir, file.dir, file.name))
  const hash = createHash('sha256').update(bytes).digest('base64url')
  if (hash === file.knownHash) return { readAt, hash, unchanged: true, problems: [] }
  const text = readText(bytes)
  if (typeof text !== 'string') return { readAt, hash, unchanged: false, problems: [text] }
  const raw = bytes.toString('utf8')
  const rawProblems = [...checkBytes(raw)].map((mistake) => toShown(raw, mistake))
  const { problems, ...rest } =
    file.dir === ''
      ? inspectGone(text)
      : file.dir === 'subjects'
        ? inspectSubject(text, file.name, schema)
        : inspectQuestion(text, file, schema)
  return { readAt, hash, unchanged: false, problems: [...rawProblems, ...problems].sort(byPlace), ...rest }
}

/** A place as editors count it: a byte-order mark is no column, every kind of line end one line. */
function toShown(raw: string, { at, ...mistake }: Mistake): Problem {
  const before = raw
    .slice(0, at)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
  return toProblem(before, { at: before.length, ...mistake })
}

const byPlace = (a: Problem, b: Problem) => a.line - b.line || a.column - b.column

function inspectSubject(text: string, name: string, schema: SchemaDef): Pick<Inspection, 'problems'> {
  return { problems: readSubject(text, name, schema).problems }
}

function inspectGone(text: string): Pick<Inspection, 'problems' | 'gone'> {
  const { record, problems } = listGone(text)
  return { problems, gone: record }
}

type Inspected = Pick<Inspection, 'problems' | 'facts' | 'signature'>

function inspectQuestion(text: string, { dir, name }: FileToParse, schema: SchemaDef): Inspected {
  const { problems, record } = readQuestion(text, `${dir}/${name}`, schema)
  const frontMatter = parseFrontMatter(text)
  if (!record || 'rule' in frontMatter) return { problems }
  const file = new QuestionFile(`${dir}/${name}`, text, frontMatter)
  const mistakes = questionRules.flatMap((check) => [...check(file)])
  const signature = toSignature(`${record.title} ${file.answer.markdown}`)
  return {
    problems: [...problems, ...mistakes.map((mistake) => toProblem(text, mistake))],
    facts: toFacts(file, record.aliases),
    ...(signature && { signature }),
  }
}

export const prepare =
  ({ contentDir, schema }: ReadSetting) =>
  (file: FileToParse): Inspection =>
    inspectFile(contentDir, file, schema)
