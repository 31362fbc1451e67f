/** Stop words, short ones first: in any library they say little about what a query is about. */
export const stopWords = new Set(
  `a an as at be by do i if in is it me my no of on or so to up us we and are but can did for had has her him his how its
  let may not our out she the too was who why you also been both does each from have into just more most much must only
  please some such than that them then they this thus upon very want were what when will with your about after being
  could every might other shall should their there these those through under until using where which while whose
  would explain between because`.split(/\s+/),
)

export const isStopWord = (word: string) => stopWords.has(word)
