import type { Match } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'
import type { PlacedAddress } from '@/lib/core/types'

export const rule: RuleDefinition = {
  name: 'gone-exists',
  severity: 'error',
  blocks: true,
  expects: 'An address in content/gone.yml is neither that of an existing page nor an alias of a question.',
  why: 'An address cannot be both removed and in use.',
  wrong: '/learn/physics/questions/what-is-heat:                (which exists)',
  right: '/learn/physics/questions/what-is-ether:               (which was removed)',
}

/** What is wrong with a removed address that is still in use; `there` says by what. */
export const toStillPresent = ({ address, line, column }: PlacedAddress, there: string): Match => ({
  at: { line, column },
  message: `The removed address “${address}” is ${there}. Remove it here, or there.`,
})
