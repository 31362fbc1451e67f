import type { Problem } from './finding'
import type { PlacedAddress } from './types'

/** What is wrong with an alias at whose address something stands: `page` says what. */
export const toTakenAlias = ({ address, line, column }: PlacedAddress, page: string): Problem => ({
  line,
  column,
  rule: 'alias-unique',
  message: `The alias “${address}” is the address of ${page}. Remove it.`,
})

/** What is wrong with an alias that another file has too. */
export const toDoubleAlias = ({ address, line, column }: PlacedAddress, other: string): Problem => ({
  line,
  column,
  rule: 'alias-unique',
  message: `The alias “${address}” leads to the question of ${other} already. Remove one of the two.`,
})

/** What is wrong with an address in gone.yml that still leads somewhere: `there` says where. */
export const toPresentGone = ({ address, line, column }: PlacedAddress, there: string): Problem => ({
  line,
  column,
  rule: 'gone-exists',
  message: `The gone address “${address}” is ${there}. Remove it here, or there.`,
})
