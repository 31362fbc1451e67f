import { lstatSync } from 'node:fs'
import path from 'node:path'
import { toPlainLine } from '@/lib/answer/title'
import type { SchemaDef } from '@/lib/compiler/schema/schema'
import { readQuestion } from '@/lib/compiler/source/read-question'
import { createFile } from '@/lib/compiler/source/write-files'
import { toQuestionPath } from '@/lib/core/routes'
import type { FiledQuestion, prepareAuthoring } from '@/lib/store/read/authoring'
import { toDraftFile } from './question-draft'
import { Refusal } from './refusal'
import { refuseOldAddress } from './rename-places'
import { toShown } from './shown-path'

type NewQuestion = {
  title: string
  slug: string
  subject: string
  /** The day of publication, YYYY-MM-DD. */
  date: string
  contentDir: string
  schema: SchemaDef
  library: ReturnType<typeof prepareAuthoring>
}

/**
 * Writes the file of a new question and returns its path below the content folder. Refuses a title or a slug that is
 * already in use, and says where.
 */
export function createQuestion(question: NewQuestion): string {
  const { title, slug, subject, contentDir, library, schema } = question
  const present = library.listByTitle(toPlainLine(title))
  if (present.length > 0) throw toPresentRefusal(present, contentDir)
  const [taken] = library.listBySlug(slug)
  if (taken) throw toTakenRefusal(taken, contentDir)

  refuseOldAddress(library, contentDir, toQuestionPath(subject, slug))

  const file = `learn/${subject}/${slug}.md`
  const subjectTitle = library.getSubjectTitle(subject) ?? subject
  const text = toDraftFile({ ...question, subjectTitle, id: library.getLastNumber() + 1 })
  const { findings } = readQuestion(text, file, schema)
  if (findings[0]) throw new Error(`The title does not make a valid file: ${findings[0].message}`)
  writeNewFile(contentDir, file, text)
  return file
}

function toPresentRefusal(present: FiledQuestion[], contentDir: string): Refusal {
  const lines = present.map(
    ({ title, path: file }) => `This question already exists: “${title}” in ${toShown(contentDir, file)}`,
  )
  const remedy = 'Improve that one, or give yours a title that says how it differs. Nothing was written.'
  return new Refusal([...new Set(lines), remedy].join('\n'))
}

/** Another question has the name. It may still ask something else, because names have no punctuation. */
function toTakenRefusal({ title, slug, path: file }: FiledQuestion, contentDir: string): Refusal {
  const present = `The name “${slug}” is taken by “${title}” in ${toShown(contentDir, file)}.`
  const remedy =
    'If yours asks the same, improve that one. If not, choose another name: --slug NAME. Nothing was written.'
  return new Refusal(`${present}\n${remedy}`)
}

/** Creates a file. Throws if it exists, or if a folder on the way is a symbolic link. */
function writeNewFile(contentDir: string, file: string, text: string) {
  const folder = path.dirname(file)
  for (const dir of ['learn', folder]) {
    const stats = lstatSync(path.join(contentDir, dir), { throwIfNoEntry: false })
    if (stats && !stats.isDirectory()) throw new Error(`${path.join(contentDir, dir)} is not a folder.`)
  }
  try {
    createFile(path.join(contentDir, file), Buffer.from(text))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new Error(`${path.join(contentDir, file)} already exists. Fix or remove it.`)
  }
}
