import { rule as definition, toDuplicateAddress } from '@/lib/compiler/rules/library/address-unique'
import type { Rule } from '../../rule'

export const rule: Rule = {
  ...definition,

  *findInLibrary(question, files) {
    const { facts, path } = question
    const first = files.listByKey(facts.key, question)[0]
    if (first && first.path < path) yield toDuplicateAddress(facts.key, first.path)
  },
}
