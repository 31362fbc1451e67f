import { homePath, subjectsPath, toSubjectPath } from '@/lib/core/routes'
import { toHeading } from '@/lib/core/shown-fields'
import type { Question, Subject, Topic } from '@/lib/core/types'

export type Crumb = { name: string; path: string }

/** The pages above a page, from the home page down; `current` names the page itself. */
export type Breadcrumbs = { crumbs: Crumb[]; current: string }

const home = { name: 'Home', path: homePath }
const subjects = { name: 'Subjects', path: subjectsPath }

/** The breadcrumbs of a page directly below the home page. */
export const toBreadcrumbs = (current: string): Breadcrumbs => ({ crumbs: [home], current })

export const toSubjectBreadcrumbs = (subject: Pick<Subject, 'title'>): Breadcrumbs => ({
  crumbs: [home, subjects],
  current: subject.title,
})

export const toTopicBreadcrumbs = (subject: Pick<Subject, 'slug' | 'title'>, topic: Topic): Breadcrumbs => ({
  crumbs: [home, subjects, { name: subject.title, path: toSubjectPath(subject.slug) }],
  current: topic.name,
})

export const toQuestionBreadcrumbs = (question: Question): Breadcrumbs => ({
  crumbs: [home, subjects, { name: question.subjectTitle, path: toSubjectPath(question.subject) }],
  current: toHeading(question),
})
