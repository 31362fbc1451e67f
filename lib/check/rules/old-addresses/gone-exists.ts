import { rule as definition, toPresentGone } from '@/lib/compiler/rules/old-addresses/gone-exists'
import { findPage } from '../../library/addresses'
import type { Rule } from '../../rule'

export const rule: Rule = {
  ...definition,

  *findInGoneList(gone, files) {
    for (const placed of gone) {
      const renamed = files.listByAlias(placed.address)[0]
      const there = findPage(placed.address, files) ?? (renamed && `an alias of ${renamed.path}`)
      if (there) yield toPresentGone(placed, there)
    }
  },
}
