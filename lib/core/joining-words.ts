/** Words that join others, ask, or frame a question: no topic begins or ends with one. */
const joining = new Set(
  `a about an and any are as at be been being between both but by can could did do does each either every explain for
  from had has have her his how i if in into is it its just let may me might more most much must my no not of on only or
  other our out please she shall should so some such than that the their them then there these they this those through
  thus to under until up upon us using very want was we were what when where which while who whose why will with within
  without would you your describe discuss define identify compare differentiate distinguish outline provide give many
  different various key main several common major`.split(/\s+/),
)

export const isJoiningWord = (word: string) => joining.has(word.toLowerCase())

/** Joining words that stand inside names: `law of cosines`, `supply and demand`, `goods in transit`. */
export const isInsideNames = (word: string) => /^(?:of|and|in|to|for|by)$/.test(word)
