import { toAddress } from '../../library/addresses'
import type { KnownQuestion } from '../../library/checked-files'
import { haveCommonWords, listNear } from '../../library/near-questions'
import { listRelatedTargets } from '../../library/related-targets'
import type { Rule } from '../../rule'

/** How many closer questions are suggested. */
const maxNamed = 3

export const rule: Rule = {
  name: 'related-unlike',
  severity: 'notice',
  expects: 'A related question shares a word with its question, if the library has others that do.',
  why: 'Nobody goes from bread to planets: the link takes the place of one that readers would follow.',
  wrong:
    '# in content/learn/biology/how-does-yeast-raise-bread.md\nrelated_article1:\n  url: /learn/physics/questions/why-do-planets-orbit',
  right: 'related_article1:\n  url: /learn/biology/questions/what-does-yeast-live-on',

  *findInLibrary(question, files) {
    const unlike = listRelatedTargets(question, files).filter(
      ({ target }) => target && !target.noIndex && !haveCommonWords(question, target, files),
    )
    if (unlike.length === 0) return
    const named = question.facts.related.map(({ url }) => url.text)
    const nearer: KnownQuestion[] = []
    for (const near of listNear(question, files)) {
      if (isBetter(near, named) && nearer.push(near) === maxNamed) break
    }
    if (nearer.length === 0) return
    for (const { url, target } of unlike) {
      const message = `“${target?.title}” has no word in common with this question. Closer to it: ${nearer.map(toAddress).join(', ')}.`
      yield { at: url, message }
    }
  },
}

/** Whether a question can be suggested instead: it is listed, canonical, and not named already. */
const isBetter = (near: KnownQuestion, named: readonly string[]) =>
  !near.facts.noIndex && !near.facts.canonical && !named.includes(toAddress(near))
