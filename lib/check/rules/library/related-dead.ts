import { toScalarEdit } from '@/lib/compiler/source/write-yaml'
import type { Match } from '@/lib/core/finding'
import { parseQuestionPath } from '@/lib/core/routes'
import { findMoved } from '../../library/addresses'
import type { CheckedFiles } from '../../library/checked-files'
import { listRelatedTargets } from '../../library/related-targets'
import type { Reference } from '../../question/cross-file-facts'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'related-dead',
  severity: 'error',
  fix: 'writes the new address, if the question moved to another subject and only one has that name',
  expects: 'A related question exists.',
  why: 'The site leaves dead ones out, so readers miss what the author meant them to read next.',
  wrong: 'related_article1:\n  url: /learn/physics/questions/what-is-haet',
  right: 'related_article1:\n  url: /learn/physics/questions/what-is-heat',

  *findInLibrary(question, files) {
    for (const { url, target } of listRelatedTargets(question, files)) {
      if (!target && !files.isUnreadable(url.text)) yield { at: url, ...toRemedy(url, files) }
    }
  },
}

function toRemedy(url: Reference, files: CheckedFiles): Omit<Match, 'at'> {
  if (!parseQuestionPath(url.text))
    return { message: `${url.text} is not the address of a question. Write it as /learn/<subject>/questions/<name>.` }
  const moved = findMoved(url.text, files)
  if (!moved)
    return { message: `There is no question ${url.text}. Correct the address, or remove the related question.` }
  return {
    message: `There is no question ${url.text}; it is at ${moved} now. Write that.`,
    fix: toScalarEdit(url, moved),
  }
}
