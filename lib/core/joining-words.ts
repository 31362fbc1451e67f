/** Words that join others, ask, or frame a question: a topic neither begins nor ends with one. */
export const joiningWords =
  `a about an and any are as at be been being between both but by can common compare could define describe did
  different differentiate discuss distinguish do does each either every explain for from give had has have her his
  how i identify if in into is it its just key let main major many may me might more most much must my no not of on
  only or other our out outline please provide several shall she should so some such than that the their them then
  there these they this those through thus to under until up upon us using various very want was we were what when
  where which while who whose why will with within without would you your`.split(/\s+/)

const joining = new Set(joiningWords)

export const isJoiningWord = (word: string) => joining.has(word.toLowerCase())

/** Joining words that occur inside names: `law of cosines`, `supply and demand`, `goods in transit`. */
export const isInsideNames = (word: string) => /^(?:of|and|in|to|for|by)$/.test(word)
