import { toStem } from '@/lib/core/words'

/** Words that praise or announce a subject without saying anything of it, as stems. */
export const emptyWords: ReadonlySet<string> = new Set(
  `across affect approach area aspect based central certain common complex comprehensive concept consider context
  contribute crucial deep define definition describe detail develop different difference discuss distinct diverse
  effect enable encompass enhance ensure essential example explain explore factor field focus form foundational
  fundamental general help highlight illustrate impact implication important include influence insight interconnected
  involve issue key lead lie main major multifaceted multiple necessary notable number numerous overall overview part
  particular play point possess potential primarily primary process profound provide range refer reflect relate relation
  relationship relevant result role series several shape significance significant specific structure term topic
  understand understanding unique use various vary vital way well widely world advantage available beneficial boast both characterize clear core critical depend effective effectively
  efficiently element enrich experience feature heritage improve level method powerful principle purpose rich significantly stem
  technique tool type typically utilize variety`
    .split(/\s+/)
    .map(toStem),
)
