import { toAddress } from '../../library/addresses'
import { alike, isSettled, toPlaces } from '../../library/duplicates'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'near-duplicate',
  severity: 'warning',
  expects:
    'No other question has nearly the same text, not even under another subject, unless “canonical” says which one is the main one.',
  why: 'Search engines show one of them, and not always the one that is kept up to date.',
  wrong: 'content/learn/physics/what-is-heat.md\ncontent/learn/chemistry/what-is-heat.md      (the same answer)',
  right: '# in content/learn/chemistry/what-is-heat.md\ncanonical: /learn/physics/questions/what-is-heat',

  *findInLibrary(asked, files) {
    const found = files.listAlike(asked, alike).filter(({ question }) => !isSettled(asked, question))
    const closest = found[0]
    if (!closest) return
    const what =
      closest.likeness === 1
        ? 'the same text'
        : `nearly the same text (about ${Math.round(closest.likeness * 100)} % alike)`
    const remedy = `If one of them is the main one, name it in the other: “canonical: ${toAddress(closest.question)}”. Otherwise make them differ.`
    const message = `${toPlaces(found.map(({ question }) => question))} ${what}. ${remedy}`
    yield { at: asked.facts.titlePlace, message }
  },
}
