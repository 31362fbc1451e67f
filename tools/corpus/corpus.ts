import { toQuestionSlug } from '@/lib/core/names'
import { toQuestionPath } from '@/lib/core/routes'
import { Writer } from './answer'
import { Random } from './random'
import { pickSubjectWord, rareWords } from './words'

/** A file of the corpus; `path` is relative to the content folder. */
export type CorpusFile = { path: string; text: string }

const subjectNames =
  `Mathematics;Computer Science;Physics;Psychology;Business and Management;Medicine;Economics;Chemistry;
Biology;Engineering;Health Studies;Criminal or Civil Law;Education Studies;Sociology;Accounting and Finance;Philosophy;
Nursing;Politics;History of the World;Environmental Science;English Literature;Digital Media;Art History and Literature;
American Culture;American Studies;Architecture;Bachelor of Laws;Biochemistry;Biotechnology;College Basketball;Ecology;
Environmental Studies;Gender Studies;Marine Biology;Marine Studies;Movies and Cinematography;Mythology;
Philosophy and Greek Myths;Science;Others`
    .split(';')
    .map((name) => name.trim())

/** A subject with more files than this is split into subfolders. */
const filesPerFolder = 3_000

/** The shares in the library's files, which a corpus reproduces. */
const library = 35_915
const share = {
  copies: 2_611 / library,
  related: 26_218 / library,
  linkIsDead: 309 / 103_133,
  linkIsDoubled: 8_008 / 26_218,
  noIndex: 67 / library,
  score: 28_064 / library,
  sharedId: 2_402 / library,
}

/** Titles of about twelve words, five of them uncommon, as in the library: two rare words and three of the subject. */
const questionForms = [
  (a: string, b: string, c: string, d: string, e: string) =>
    `What is the relationship between ${a} ${c} and ${b} in ${d} ${e}?`,
  (a: string, b: string, c: string, d: string, e: string) =>
    `How does ${a} ${c} affect the ${b} of ${d} ${e} in practice?`,
  (a: string, b: string, c: string, d: string, e: string) =>
    `Why is ${c} ${a} important for understanding the ${b} of ${d} ${e}?`,
  (a: string, b: string, c: string, d: string, e: string) =>
    `What are the key differences between ${a} ${c} and ${b} in ${d} ${e}?`,
  (a: string, b: string, c: string, d: string, e: string) =>
    `Can you explain the role of ${a} ${c} in ${b} and ${d} ${e}?`,
  (a: string, b: string, c: string, d: string, e: string) =>
    `How are ${c} ${a} and ${b} used to solve problems of ${d} ${e}?`,
]

/** A library of any size in the real format and proportions: the same files for the same count and seed. */
export class Corpus {
  /** The first file of each subject; the last entry is the count. */
  private readonly starts: number[]

  constructor(
    readonly count: number,
    private readonly seed: number,
  ) {
    // Very uneven, as in the library: the largest subject has an eighth of all files, the smallest a handful.
    const weights = subjectNames.map((_, index) => 1 / (index + 2) ** 1.15)
    const sum = weights.reduce((total, weight) => total + weight, 0)
    let before = 0
    this.starts = weights.map((weight) => {
      const start = Math.round((before / sum) * count)
      before += weight
      return start
    })
    this.starts.push(count)
  }

  *files(): Generator<CorpusFile> {
    for (let index = 0; index < this.count; index += 1) yield this.file(index)
  }

  private subjectOf(index: number): number {
    let subject = 0
    while ((this.starts[subject + 1] ?? this.count) <= index) subject += 1
    return subject
  }

  private random(index: number, purpose: number) {
    return new Random(this.seed, index, purpose)
  }

  private isCopy(index: number) {
    return this.random(index, 1).chance(share.copies)
  }

  /** The question in a file: its own, or, for a copy, one from half the library away. */
  private originalOf(index: number): number {
    const other = (index + Math.floor(this.count / 2)) % this.count
    const copies = this.isCopy(index) && !this.isCopy(other) && this.subjectOf(index) !== this.subjectOf(other)
    return copies ? other : index
  }

  /** Two rare words that no other question has in this order. */
  private wordsOf(question: number): [string, string] {
    const size = rareWords.length
    const pair = (question * 1_597 + this.seed) % (size * size)
    return [rareWords[Math.floor(pair / size)] as string, rareWords[pair % size] as string]
  }

  private titleOf(question: number): string {
    const [a, b] = this.wordsOf(question)
    const [c, d, e] = this.subjectWordsOf(question)
    return this.random(question, 2).pick(questionForms)(a, b, c, d, e)
  }

  private subjectWordsOf(question: number): [string, string, string] {
    const random = this.random(question, 5)
    const subject = this.subjectOf(question)
    return [pickSubjectWord(random, subject), pickSubjectWord(random, subject), pickSubjectWord(random, subject)]
  }

  /** About twelve, of one or two words, those of the title first. */
  private keywordsOf(question: number): string {
    const [a, b] = this.wordsOf(question)
    const [c, d, e] = this.subjectWordsOf(question)
    const random = this.random(question, 6)
    const word = () => pickSubjectWord(random, this.subjectOf(question))
    const more = Array.from({ length: 9 }, (_, index) => (index % 3 === 0 ? word() : `${word()} ${word()}`))
    return [`${a} ${c}`, b, `${d} ${e}`, ...more].join(', ')
  }

  private addressOf(index: number) {
    const name = subjectNames[this.subjectOf(index)] as string
    const subject = toQuestionSlug(name)
    const title = this.titleOf(this.originalOf(index))
    const slug = toQuestionSlug(title)
    return { name, subject, slug, title, url: toQuestionPath(subject, slug) }
  }

  private file(index: number): CorpusFile {
    const random = this.random(index, 3)
    const original = this.originalOf(index)
    const { name, subject, slug, title, url } = this.addressOf(index)
    const writer = new Writer(this.random(original, 4), this.subjectOf(original), this.wordsOf(original))
    const answer = writer.answer()
    const id = random.chance(share.sharedId) ? 10_000 + original : 10_000 + index
    const day = new Date(Date.UTC(2024, 10, 20) + random.below(180) * 86_400_000).toISOString().slice(0, 10)
    const fields = [
      '_schema: default',
      `id: ${id}`,
      `date: ${day}`,
      toFolded('title', title),
      toFolded('article_title', title),
      'date_format: MMM DD, YYYY',
      'post_on_text: Posted on',
      'seo:',
      `  title: QuickTakes | ${name}`,
      toFolded('  page_description', `${writer.sentence()} ${writer.sentence()}`.slice(0, 220).trim()),
      toFolded('  page_keywords', this.keywordsOf(original)),
      'author: QuickTakes',
      toFolded('question', title),
      toFolded('answer', answer),
      `subject: ${random.chance(0.1) ? name.charAt(0) + name.slice(1).toLowerCase() : name}`,
      `file_name: ${slug}.md`,
      `url: ${url}`,
      ...(random.chance(share.score) ? ['score: -1.0'] : []),
      ...(random.chance(share.noIndex) ? ['no_index: true'] : []),
      ...this.relatedTo(index, random),
    ]
    return {
      path: `learn/${this.folderOf(index, subject)}/${slug}.md`,
      text: `---\n${fields.join('\n')}\n---\n\n&nbsp;`,
    }
  }

  private folderOf(index: number, subject: string): string {
    const number = this.subjectOf(index)
    const start = this.starts[number] ?? 0
    const size = (this.starts[number + 1] ?? this.count) - start
    if (size <= filesPerFolder) return subject
    return `${subject}/part-${String(Math.floor((index - start) / filesPerFolder) + 1).padStart(3, '0')}`
  }

  private relatedTo(index: number, random: Random): string[] {
    if (!random.chance(share.related)) return []
    const targets = Array.from({ length: 3 + random.below(3) }, () => this.relatedFile(index, random))
    if (random.chance(share.linkIsDoubled)) targets[targets.length - 1] = targets[0] as number
    return targets.flatMap((target, at) => {
      const { name, title, url } = this.addressOf(target)
      const address = random.chance(share.linkIsDead) ? `${url}-that-is-gone` : url
      return [
        `related_article${at + 1}:`,
        `    id: ${10_000 + target}`,
        `    title: >-\n        ${title}`,
        `    subject: ${name}`,
        `    url: ${address}`,
      ]
    })
  }

  /** Four of five related questions are in the same subject. */
  private relatedFile(index: number, random: Random): number {
    const subject = this.subjectOf(index)
    const start = this.starts[subject] ?? 0
    const size = (this.starts[subject + 1] ?? this.count) - start
    const near = random.chance(0.8) && size > 1
    const target = near ? start + random.below(size) : random.below(this.count)
    return target === index ? (target + 1) % this.count : target
  }
}

const toFolded = (field: string, text: string) => `${field}: >-\n    ${text}`
