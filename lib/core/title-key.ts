const toChoice = (words: string) => words.trim().split(/\s+/).join('|')

const asking = 'what|which|who|whom|whose|why|when|where|how'
const auxiliary = 'is|are|was|were|do|does|did|can|could|should|shall|would|will|may|might|must|has|have|had'
const article = 'the|a|an|some|any'

/** Words about a notion that are not the notion itself: `the key differences between`. */
const emphasis =
  toChoice(`key main major primary basic fundamental essential core general common typical different various
  several specific certain unique notable potential possible important significant underlying overall two three four many
  historical political social economic practical philosophical legal ethical cultural environmental long-term`)
const aspect =
  toChoice(`definition meaning concept idea notion role importance significance purpose function use application
  example type kind form difference similarity similaritie distinction relationship connection effect impact influence
  implication consequence cause reason factor characteristic feature trait property propertie component element aspect
  principle step process method way strategy strategie technique challenge advantage disadvantage benefit limitation`)
const aspectOf = 'involved in|associated with|of|between|behind|for|in|on'

const instruction = new RegExp(
  `^(?:(?:explain|describe|define|discuss|identify|compare|summari[sz]e|differentiate|demonstrate|give)|(?:state|name|list|outline|provide) (?=(?:${article}|all|two|three|four|five|${asking}) )) ?(?:between )?(?:(?:what|why|how) )?`,
)
const articles = new RegExp(`^(?:${article}) `)

/** What may precede the notion that a title asks about, in this order. */
const openings = [
  /^(?:(?:in|to) (?:what|which) [a-z]+|can you|could you) /,
  /^(?:what|which|who) (?:are|were) (?:the )?(?:key|main|most important|different|various) /,
  new RegExp(`^(?:${asking})(?:['’](?:s|re))? (?:(?:many|much|often|long|far|well|important|effective|to) )?`),
  instruction,
  new RegExp(`^roles? (?=(?:${auxiliary}) )`),
  /^(?:defines|distinguishes) /,
  new RegExp(`^(?:${auxiliary})(?:n['’]t)? (?:(?:you|we|i|one|it|they) )?`),
  /^(?:important|necessary|possible|crucial|essential) (?:to|that|for) /,
  instruction,
  articles,
  new RegExp(`^(?:(?:${emphasis}) ){0,2}(?:${aspect})s? (?:${aspectOf}) `),
  articles,
]

/** Sorts before any character of a title, so that `cell` comes before `cell wall`. */
const separator = '\u0002'

/** A title that is a question or an instruction. `May Fourth Movement` is neither. */
const asks = new RegExp(`[?？]|^(?:${asking})\\b|${instruction.source}`)

/**
 * The sort key of a title: the notion that it is about, as in the index of a book, so `What is a catalyst?` is under C.
 * It is in lower case, without accents and surrounding punctuation. What was skipped is appended, so that different
 * titles have different keys.
 */
export function toTitleKey(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cc}/gu, '')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
  const afterOpening = asks.test(plain) ? openings.reduce(skip, plain) : skip(plain, articles)
  const notion = withoutMarks(afterOpening)
  if (notion === plain) return plain
  return `${notion}${separator}${plain.slice(0, plain.length - afterOpening.length)}${afterOpening.slice(notion.length)}`
}

/** Removes an opening from a text, unless nothing would be left. */
function skip(text: string, opening: RegExp): string {
  const found = opening.exec(text)
  return found ? text.slice(found[0].length).replace(/^[^\p{L}\p{N}]+/u, '') || text : text
}

function withoutMarks(text: string): string {
  let end = text.length
  while (end > 0 && '?？.!'.includes(text[end - 1] as string)) end -= 1
  return text.slice(0, end)
}
