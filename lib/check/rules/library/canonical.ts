import { parseQuestionPath, toQuestionPath } from '@/lib/core/routes'
import type { CheckedFiles } from '../../library/checked-files'
import { toRemoval } from '../../question/related'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'canonical',
  severity: 'error',
  fix: 'removes it if it names its own question',
  expects:
    '“canonical” is the address of another question, which search engines may see and which does not name yet another one.',
  why: 'It tells search engines which page to show. If that page does not exist, they may show none.',
  wrong: 'canonical: /learn/physics/questions/no-such-question',
  right: 'canonical: /learn/physics/questions/what-is-heat',

  *findInQuestion(file) {
    const { subject, slug } = file.key
    if (file.getText('canonical') !== toQuestionPath(subject, slug)) return
    const message = '“canonical” names this question itself, which is the default. Remove the field.'
    yield { at: file.inField('canonical', 0), message, fix: [toRemoval(file, 'canonical')] }
  },

  *findInLibrary({ path, facts: { canonical } }, files) {
    if (!canonical) return
    const message = findMistake(canonical.text, path, files)
    if (message) yield { at: canonical, message }
  },
}

/** What is wrong with the canonical address of the file at a path. */
function findMistake(address: string, path: string, files: CheckedFiles): string | undefined {
  const target = files.getByAddress(address)
  if (!parseQuestionPath(address))
    return `“canonical” is ${address}, which is not the address of a question. Write it as /learn/<subject>/questions/<name>.`
  if (!target)
    return files.isUnreadable(address)
      ? undefined
      : `“canonical” names ${address}, where there is no question. Correct it, or remove the field.`
  if (target.path === path) return undefined
  if (target.facts.noIndex)
    return `“canonical” names ${address}, which “no_index” hides from search engines. Name one that they may see.`
  const further = target.facts.canonical?.text
  if (further && further !== address && files.getByAddress(further))
    return `“canonical” names ${address}, which itself names ${further}. Name that one.`
  return undefined
}
