import { toYamlText } from '@/lib/compiler/source/write-yaml'
import { defaultAuthor, defaultDateFormat, defaultPostOnText } from '@/lib/core/defaults'
import { placeholderMark as todo } from '@/lib/core/placeholder'
import { toQuestionPath } from '@/lib/core/routes'

/** The fields of a new question; `id` is its editorial number, `date` a day as YYYY-MM-DD. */
export type QuestionDraft = {
  id: number
  date: string
  title: string
  subject: string
  subjectTitle: string
  slug: string
}

/** The file of a new question: every field that the library's files have, and below them how to write the answer. */
export function toDraftFile({ id, date, title, subject, subjectTitle, slug }: QuestionDraft): string {
  return `---
_schema: default
id: ${id}
date: ${date}
title: >-
    ${title}
article_title: >-
    ${title}
date_format: ${defaultDateFormat}
post_on_text: ${defaultPostOnText}
seo:
  title: ${toYamlText(`QuickTakes | ${subjectTitle}`)}
  page_description: >-
    ${todo} say in one or two sentences, 50 to 160 characters, what the reader will learn.
  page_keywords: >-
    ${todo} a few search terms, separated by commas
author: ${defaultAuthor}
question: >-
    ${title}
subject: ${toYamlText(subjectTitle)}
file_name: ${slug}.md
url: ${toQuestionPath(subject, slug)}
---

${todo} answer the question in the first two sentences. Readers who stop there should know the answer.

## ${todo} a heading that says what comes next

${todo} explain it in short paragraphs, one thought each, with a worked example and its numbers.

${todo} put a formula between dollar signs, $E = mc^2$ in a sentence, $$ v = \\frac{s}{t} $$ on a line of its own.

${todo} put a program between two lines of three backticks, the first of them with the name of its language.

${todo} a link to another question is its address: \`[its title](/learn/physics/questions/its-name)\`.

## ${todo} check yourself

${todo} a small exercise, and its solution.
`
}
