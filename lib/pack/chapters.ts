import type { PackPlace } from '@/lib/store/read/packs'
import type { PackQuestion, SubjectPack } from './subject-pack'

/**
 * How many questions a file of a book has. With one per file, the book of a large subject would have more files than
 * e-readers can open; and they are slow with a file of more than some 300 KB. The size of a part is a multiple of it.
 */
const questionsOfChapter = 20

/** Consecutive questions of a pack; numbered from 1. */
export type Chapter = { number: number; part: number; questions: PackQuestion[] }

/** Divides the questions of a book into files. */
export class Chapters {
  /** The sort key of each chapter's first question: memory holds just one key for twenty questions. */
  private readonly starts: Buffer[] = []

  constructor(private readonly pack: SubjectPack) {
    for (const { entries } of pack.listParts())
      for (let at = 0; at < entries.length; at += questionsOfChapter)
        this.starts.push(Buffer.from((entries[at] as PackPlace).sort))
  }

  /** The number of the chapter that has a question. */
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
