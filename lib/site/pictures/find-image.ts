import 'server-only'
import { isDrawable } from '@/lib/core/design/picture'
import { toHeading } from '@/lib/core/shown-fields'
import { site } from '@/lib/core/site'
import { getLibrary } from '@/lib/library/current'

/** What a picture shows, in the colour of `subject`, if it has one. */
export type Image = { title: string; label: string; subject?: string }

/**
 * The picture at an address below `/images`: `site.png`, `subjects/<subject>.png` or `questions/<subject>/<slug>.png`.
 * Undefined if the library has no such page, or its title has letters that cannot be drawn.
 */
export async function findImage(segments: readonly string[]): Promise<Image | undefined> {
  const image = await findTitle(segments)
  return image && isDrawable(image.title) && (image.label === '' || isDrawable(image.label)) ? image : undefined
}

async function findTitle([kind, ...rest]: readonly string[]): Promise<Image | undefined> {
  const file = rest.at(-1) ?? kind
  if (!file?.endsWith('.png')) return undefined
  const name = file.slice(0, -'.png'.length)
  if (rest.length === 0) return name === 'site' ? { title: site.tagline, label: '' } : undefined
  const library = getLibrary()
  if (kind === 'subjects' && rest.length === 1) {
    const subject = await library.readSubjectAlone(name)
    return subject && { title: subject.title, label: 'Questions and answers', subject: subject.slug }
  }
  if (kind !== 'questions' || rest.length !== 2) return undefined
  const read = await library.readQuestionAlone({ subject: rest[0] as string, slug: name })
  const question = read?.question
  if (question?.canonicalId !== question?.id) return undefined
  return question && { title: toHeading(question), label: question.subjectTitle, subject: question.subject }
}
