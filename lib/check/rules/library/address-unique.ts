import { rule as definition, toDuplicateAddress } from '@/lib/compiler/rules/library/address-unique'
import type { Rule } from '../../rule'

export const rule: Rule = {
  ...definition,

  *findInLibrary(question, library) {
    const { facts, path } = question
    const first = library.listByKey(facts.key, question)[0]
    if (first && first.path < path) yield toDuplicateAddress(facts.key, first.path)
  },
}
