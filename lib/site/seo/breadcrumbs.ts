import { homePath, subjectsPath, toSubjectPath } from '@/lib/core/routes'
import { toHeading } from '@/lib/core/shown-fields'
import type { Question, Subject, Topic } from '@/lib/core/types'

export type Crumb = { name: string; path: string }

/** The way from the home page to a page, which `current` names. Breadcrumbs and structured data both show it. */
export type Trail = { crumbs: Crumb[]; current: string }

const home = { name: 'Home', path: homePath }
const subjects = { name: 'Subjects', path: subjectsPath }

/** The trail of a page right below the home page. */
export const toTrail = (current: string): Trail => ({ crumbs: [home], current })

export const toSubjectTrail = (subject: Pick<Subject, 'title'>): Trail => ({
  crumbs: [home, subjects],
  current: subject.title,
})

export const toTopicTrail = (subject: Pick<Subject, 'slug' | 'title'>, topic: Topic): Trail => ({
  crumbs: [home, subjects, { name: subject.title, path: toSubjectPath(subject.slug) }],
  current: topic.name,
})

export const toQuestionTrail = (question: Question): Trail => ({
  crumbs: [home, subjects, { name: question.subjectTitle, path: toSubjectPath(question.subject) }],
  current: toHeading(question),
})
