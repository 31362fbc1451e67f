import { listWrittenAliases } from '@/lib/compiler/source/old-address'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'alias-space',
  severity: 'warning',
  expects: 'An old address in “aliases” has no spaces.',
  why: 'Addresses have hyphens between words; a space is usually a copying mistake, and nobody ever opens that address.',
  wrong: 'aliases:\n  - /learn/physics/questions/what is warmth',
  right: 'aliases:\n  - /learn/physics/questions/what-is-warmth',

  *findInQuestion(file) {
    for (const { field, text } of listWrittenAliases(file.fields)) {
      const space = text.search(/\s/)
      if (space < 0) continue
      const message = `“${text}” has a space. Write the address as browsers showed it: without the space, or with %20 if it really was there.`
      yield { at: file.inField(field, space), message }
    }
  },
}
