import type { PackPlace } from '@/lib/store/read/packs'
import type { PackQuestion, SubjectPack } from './subject-pack'

/**
 * Questions that one file of a book has. With one each, a book of a large subject would have more files than e-readers
 * open; and they are slow with a file of more than some 300 KB. It divides the number of a part.
 */
const questionsOfChapter = 20

/** Some questions of a pack that follow each other; numbered from 1. */
export type Chapter = { number: number; part: number; questions: PackQuestion[] }

/** The files that the questions of a book are divided into. */
export class Chapters {
  /** Where each begins: one string for twenty questions is all that is kept of them. */
  private readonly starts: Buffer[] = []

  constructor(private readonly pack: SubjectPack) {
    for (const { entries } of pack.listParts())
      for (let at = 0; at < entries.length; at += questionsOfChapter)
        this.starts.push(Buffer.from((entries[at] as PackPlace).sort))
  }

  /** The number of the chapter with a question of the pack. */
  find({ sort }: PackPlace): number {
    const wanted = Buffer.from(sort)
    let [from, to] = [0, this.starts.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (Buffer.compare(this.starts[middle] as Buffer, wanted) <= 0) from = middle + 1
      else to = middle
    }
    return from
  }

  *list(): Generator<Chapter> {
    let chapter: Chapter = { number: 1, part: 1, questions: [] }
    for (const question of this.pack.listQuestions()) {
      if (chapter.questions.length === questionsOfChapter) {
        yield chapter
        chapter = { number: chapter.number + 1, part: question.part, questions: [] }
      }
      chapter.questions.push(question)
    }
    yield chapter
  }
}
