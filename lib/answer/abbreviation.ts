/** Abbreviations whose full stop does not end a sentence. */
export const abbreviation =
  /(?:^|[\s(“"])(?:\p{Lu}|Dr|Mr|Mrs|Ms|St|Prof|Gov|Gen|Sen|Rep|Rev|Capt|Col|Lt|Sgt|Mt|Jr|Sr|vs|v|e\.g|i\.e|cf|ca|c|approx|etc|al|eds?|pp?|[Cc]h|[Vv]ols?|Figs?|Nos?|Art|U\.S|U\.K|a\.k\.a|Inc|Ltd|Co)\.$/u

/** The length of the longest of them, with the character before it. */
export const longestAbbreviation = 9
