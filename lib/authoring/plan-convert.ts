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

/** What pages show of an answer beside its own. */
const shownFields = ['title', 'description', 'details', 'mentions'] as const

/** Turns old answers into bodies, each proved by rendering the page’s answer before and after. */
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
   * A file whose field `answer` becomes its body, with real lines; undefined if it has no such field. A file whose page
   * would not be the same is left. Writes nothing.
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
    if (!isBlank(frontMatter.body)) throw new Error('It has a text below the front matter, too, which nobody sees.')
    const body = toMarkdown(toAnswerSource(answer), { withComments: true })
    const end = text.length
    const withBody = applyEdits(bytes, [{ start: frontMatter.bodyStart, end, text: `\n\n${body}\n` }])
    const change = { ...setFields(file, withBody, [{ field: 'answer', value: undefined }]), before: bytes }
    refuseInvalid(change, this.schema)
    await this.prove(change)
    return change
  }

  /** Throws where a page would show anything else than before. */
  private async prove({ path: file, before, after }: FileChange) {
    const [old, converted] = [before, after].map((bytes) => this.read(file, bytes)) as [QuestionRecord, QuestionRecord]
    const [shown, same] = await Promise.all([old, converted].map(({ answer }) => this.pool.render([answer])))
    if (!shown || !same || 'excess' in shown || 'excess' in same)
      throw new Error('Its answer is too costly to render, and so to compare.')
    if (!isDeepStrictEqual(shown.answers, same.answers))
      throw new Error(toDifference(shown.answers[0]?.html ?? '', same.answers[0]?.html ?? ''))
    const differing = shownFields.find((name) => !isDeepStrictEqual(old[name], converted[name]))
    if (differing) throw new Error(`As a body, it would give the page another “${differing}”.`)
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
  return `Its page would not stay the same: ${old} would be ${converted}.`
}
