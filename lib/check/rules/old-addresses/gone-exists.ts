import { rule as definition, toStillPresent } from '@/lib/compiler/rules/old-addresses/gone-exists'
import { findPage } from '../../library/addresses'
import type { Rule } from '../../rule'

export const rule: Rule = {
  ...definition,

  *findInRemoved(removed, files) {
    for (const placed of removed) {
      const renamed = files.listByAlias(placed.address)[0]
      const there = findPage(placed.address, files) ?? (renamed && `an alias of ${renamed.path}`)
      if (there) yield toStillPresent(placed, there)
    }
  },
}
