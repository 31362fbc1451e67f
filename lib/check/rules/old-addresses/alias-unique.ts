import { rule as definition, toSharedAlias, toTakenAlias } from '@/lib/compiler/rules/old-addresses/alias-unique'
import { findPage } from '../../library/addresses'
import type { Rule } from '../../rule'

export const rule: Rule = {
  ...definition,

  *findInLibrary({ path, facts }, files) {
    for (const alias of facts.aliases) {
      const page = findPage(alias.address, files)
      const other = files.listByAlias(alias.address).find((question) => question.path !== path)
      if (page) yield toTakenAlias(alias, page)
      else if (other) yield toSharedAlias(alias, other.path)
    }
  },
}
