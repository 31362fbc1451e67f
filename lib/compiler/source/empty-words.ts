import { toStem } from '@/lib/core/words'

/** Words that praise or announce a subject without saying anything about it, as stems. */
export const emptyWords: ReadonlySet<string> = new Set(
  `across advantage affect approach area aspect available based beneficial boast both central certain characterize
  clear common complex comprehensive concept consider context contribute core critical crucial deep define
  definition depend describe detail develop difference different discuss distinct diverse effect effective
  effectively efficiently element enable encompass enhance enrich ensure essential example experience explain
  explore factor feature field focus form foundational fundamental general help heritage highlight illustrate impact
  implication important improve include influence insight interconnected involve issue key lead level lie main major
  method multifaceted multiple necessary notable number numerous overall overview part particular play point possess
  potential powerful primarily primary principle process profound provide purpose range refer reflect relate
  relation relationship relevant result rich role series several shape significance significant significantly
  specific stem structure technique term tool topic type typically understand understanding unique use utilize
  variety various vary vital way well widely world`
    .split(/\s+/)
    .map(toStem),
)
