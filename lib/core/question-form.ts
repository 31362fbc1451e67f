/** The sections of a topic's path, in order. */
export const sections = ['What it is', 'How and why', 'Kinds and comparisons', 'Uses', 'History and debate'] as const

const [whatItIs, howAndWhy, kinds, uses, history] = sections.keys()

/** Forms of titles and their sections; the first match wins. */
const forms: [form: RegExp, section: number | undefined][] = [
  [
    /\b(?:histor(?:y|ies|ical|ically)|origins?|invent(?:ed|ions?|or)|discover(?:ed|y)|debates?|controvers\w+|critici[sz]\w+|critiques?|ethical|ethics|philosoph\w+|legacy|arguments? (?:for|against))\b/i,
    history,
  ],
  [/^(?:who|when|where|(?:how|why|what|in what ways?) (?:did|was|were))\b/i, history],
  [
    /\b(?:differ(?:s|ent|ence|ences|entiates?)?|distinguish\w*|distinctions?|compar(?:e[sd]?|ing|isons?|ative)|contrast\w*|similarit(?:y|ies)|versus|vs|types?|kinds?|forms|categor(?:y|ies)|classif\w+|examples?|advantages?|disadvantages?)\b/i,
    kinds,
  ],
  [/\b(?:used|uses|useful|usage|appl(?:y|ied|ies|ications?)|practical\w*|real[- ]world|everyday|in practice)\b/i, uses],
  [/^(?:how|why|in what ways?|(?:can you )?(?:explain|describe) (?:how|why))\b/i, howAndWhy],
  [
    /\b(?:causes?|affects?|effects?|influences?|impacts?|steps?|process(?:es)?|methods?|roles?|relationships?)\b/i,
    howAndWhy,
  ],
]

/** The section of a topic's path that a question belongs to, by the form of its title. */
export const toSection = (title: string): number =>
  forms.find(([form]) => form.test(title))?.[1] ?? (whatItIs as number)

const asksWhatItIs =
  /^(?:what (?:is|are) (?:meant by |the (?:definition|concept|meaning) of )?|(?:can you |could you )?(?:please )?(?:define |(?:explain|describe) (?:what (?:is|are) )?(?:the (?:concept|notion|idea|term) (?:of )?)?)|what does )(?:an? |the )?(.+)$/i

/** Where the name of the defined thing ends. */
const end =
  /[,;:?!.(]| (?:and|or) (?:how|why|what|its|their|where|when|give|provide)\b| in (?:the (?:context|field) of )?\S+[?.]?$| mean\b/i

/** What a question asks to define: “catalyst” in “What is a catalyst, and how does it work?”. */
export function toDefined(title: string): string | undefined {
  const asked = asksWhatItIs.exec(title.trim())?.[1]
  if (asked === undefined) return undefined
  const [defined = ''] = asked.split(end)
  return /\w/.test(defined) ? defined.trim() : undefined
}
