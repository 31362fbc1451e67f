import { toScalarEdit } from '@/lib/compiler/source/write-yaml'
import { toTitleIdentity } from '@/lib/core/names'
import { listRelatedTargets } from '../../library/related-targets'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'related-title',
  severity: 'warning',
  fix: 'writes the current title',
  expects: 'The title given for a related question is its current title.',
  why: 'The page shows the current one; a different one here often means that the address is wrong.',
  wrong: 'related_article1:\n  title: What is cold?\n  url: /learn/physics/questions/what-is-heat',
  right: 'related_article1:\n  title: What is heat?\n  url: /learn/physics/questions/what-is-heat',

  *findInLibrary(question, files) {
    for (const { url, title, target } of listRelatedTargets(question, files)) {
      if (!title || !target || target.noIndex) continue
      const present = target.title
      if (toTitleIdentity(title.text) === toTitleIdentity(present)) continue
      const message = `The related question ${url.text} has the title “${present}”. Write that, or correct the address.`
      yield { at: title, message, fix: toScalarEdit(title, present) }
    }
  },
}
