import type { FrontMatter } from '@/lib/compiler/source/front-matter'
import { isBlank, toQuestionKey } from '@/lib/compiler/source/read-question'
import { type FieldPlace, toYamlOffset } from '@/lib/compiler/source/scalar-offset'
import { toAnswerSource } from '@/lib/core/answer-source'
import type { QuestionKey } from '@/lib/core/types'
import { AnswerText } from './answer-text'

type Fields = Record<string, unknown>

/** A question file as rules see it: its fields and its answer, with the place in `text` of each character. */
export class QuestionFile {
  readonly key: QuestionKey
  readonly answer: AnswerText
  private places: ReadonlyMap<string, FieldPlace> | undefined

  constructor(
    /** The path below the content folder. */
    readonly path: string,
    readonly text: string,
    readonly frontMatter: FrontMatter,
  ) {
    this.key = toQuestionKey(path)
    this.answer = this.toAnswer()
  }

  get fields(): Record<string, unknown> {
    return this.frontMatter.fields
  }

  /** The text of a field, by its dotted path; undefined if it has none. */
  getText(field: string): string | undefined {
    const value = field
      .split('.')
      .reduce<unknown>((fields, name) => (fields as Fields | undefined)?.[name], this.fields)
    return typeof value === 'string' && value !== '' ? value : undefined
  }

  /** The offset of a field's name. */
  startOf(field: string): number {
    return this.frontMatter.yamlStart + (this.getPlace(field)?.key ?? 0)
  }

  /** The offset of a character of a field's text. */
  inField(field: string, offset: number): number {
    const place = this.getPlace(field)
    const { yaml, yamlStart } = this.frontMatter
    return yamlStart + (place ? toYamlOffset(yaml, place, this.getText(field) ?? '', offset) : 0)
  }

  getPlace(field: string): FieldPlace | undefined {
    this.places ??= this.frontMatter.locate()
    return this.places.get(field)
  }

  private toAnswer(): AnswerText {
    const written = this.getText('answer') ?? ''
    if (!isBlank(written)) return new AnswerText(toAnswerSource(written), (offset) => this.inField('answer', offset))
    const { body, bodyStart } = this.frontMatter
    return new AnswerText({ text: body, breaks: 'real' }, (offset) => bodyStart + offset)
  }
}
