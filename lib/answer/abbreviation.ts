/** What ends in a full stop without ending a sentence. */
export const abbreviation =
  /(?:^|[\s(“"])(?:\p{Lu}|Dr|Mr|Mrs|Ms|St|Prof|Gov|Gen|Sen|Rep|Rev|Capt|Col|Lt|Sgt|Mt|Jr|Sr|vs|v|e\.g|i\.e|cf|ca|c|approx|etc|al|eds?|pp?|[Cc]h|[Vv]ols?|Figs?|Nos?|Art|U\.S|U\.K|a\.k\.a|Inc|Ltd|Co)\.$/u

/** Letters of the longest of them, with what is before it. */
export const longestAbbreviation = 9
