import { isDeepStrictEqual } from 'node:util'
import { RenderPool } from '@/lib/answer/pool/render-pool'
import { toMarkdown } from '@/lib/answer/to-markdown'
import type { SchemaDef } from '@/lib/compiler/schema/schema'
import { applyEdits } from '@/lib/compiler/source/edit-text'
import { isBlank, readQuestion, toQuestionRecord } from '@/lib/compiler/source/read-question'
import { toAnswerSource } from '@/lib/core/answer-source'
import type { QuestionRecord } from '@/lib/core/types'
import { type FileChange, openBytes, openFile, refuseInvalid } from './file-change'
import { type LeftFile, setFields } from './plan-edit'

/** What pages show of a question besides the answer itself. */
const shownFields = ['title', 'description', 'details', 'mentions'] as const

/** Turns old answers into bodies, and verifies each by rendering the page’s answer before and after. */
export class Conversion {
  private readonly pool: RenderPool

  constructor(
    private readonly contentDir: string,
    private readonly schema: SchemaDef,
    threads: number,
  ) {
    this.pool = new RenderPool(threads)
  }

  /**
   * Moves the field `answer` of a file into its body, with real line breaks; undefined if it has no such field. A file
   * whose page would change is left as it is. Writes nothing.
   */
  async plan(file: string): Promise<FileChange | LeftFile | undefined> {
    try {
      return await this.convert(file)
    } catch (error) {
      return { path: file, why: (error as Error).message }
    }
  }

  private async convert(file: string): Promise<FileChange | undefined> {
    const { bytes, frontMatter, text } = openFile(this.contentDir, file)
    const { answer } = frontMatter.fields
    if (typeof answer !== 'string' || isBlank(answer)) return undefined
    if (!isBlank(frontMatter.body)) throw new Error('It also has text below the front matter, which is not shown.')
    const body = toMarkdown(toAnswerSource(answer), { withComments: true })
    const end = text.length
    const withBody = applyEdits(bytes, [{ start: frontMatter.bodyStart, end, text: `\n\n${body}\n` }])
    const change = { ...setFields(file, withBody, [{ field: 'answer', value: undefined }]), before: bytes }
    refuseInvalid(change, this.schema)
    await this.verify(change)
    return change
  }

  /** Throws if the page would show anything different. */
  private async verify({ path: file, before, after }: FileChange) {
    const [old, converted] = [before, after].map((bytes) => this.read(file, bytes)) as [QuestionRecord, QuestionRecord]
    const [shown, same] = await Promise.all([old, converted].map(({ answer }) => this.pool.render([answer])))
    if (!shown || !same || 'excess' in shown || 'excess' in same)
      throw new Error('Its answer is too expensive to render, so it cannot be compared.')
    if (!isDeepStrictEqual(shown.answers, same.answers))
      throw new Error(toDifference(shown.answers[0]?.html ?? '', same.answers[0]?.html ?? ''))
    const differing = shownFields.find((name) => !isDeepStrictEqual(old[name], converted[name]))
    if (differing) throw new Error(`As a body, it would change the page’s “${differing}”.`)
  }

  private read(file: string, bytes: Buffer): QuestionRecord {
    const { question, findings } = readQuestion(openBytes(file, bytes).text, file, this.schema)
    if (!question) throw new Error(`It is not valid: ${findings[0]?.message}`)
    return toQuestionRecord(question)
  }
}

/** Where the page would differ first. */
function toDifference(before: string, after: string): string {
  let at = 0
  while (at < before.length && before[at] === after[at]) at += 1
  const from = Math.max(0, at - 15)
  const [old, converted] = [before, after].map((html) => JSON.stringify(html.slice(from, at + 40)))
  return `Its page would change: ${old} would become ${converted}.`
}
