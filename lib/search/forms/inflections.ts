/** The forms of irregular nouns and verbs, which follow no rule. */
const irregular = `mouse mice|louse lice|man men|woman women|child children|foot feet|tooth teeth|goose geese|ox oxen|person people|
  die dice|leaf leaves|loaf loaves|half halves|calf calves|wolf wolves|shelf shelves|knife knives|life lives|wife wives|thief thieves|
  hoof hooves|genus genera|corpus corpora|opus opera|schema schemata|stigma stigmata|stoma stomata|taxon taxa|cherub cherubim|
  arise arose arisen|bear bore born borne|beat beaten|begin began begun|bend bent|bind bound|bite bit bitten|bleed bled|blow blew blown|
  break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|
  come came|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|
  feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten|
  forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|
  hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|
  lend lent|lie lay lain|light lit|lose lost|make made|mean meant|meet met|melt molten|pay paid|prove proven|ride rode ridden|
  ring rang rung|rise rose risen|run ran|saw sawn|say said|see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken|
  shear shorn|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|
  smell smelt|sow sown|speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt|spin spun|spoil spoilt|spring sprang sprung|
  stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk|strike struck|swear swore sworn|sweep swept|swell swollen|
  swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|understand understood|
  wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|write wrote written`

const groups = new Map<string, Set<string>>()
for (const group of irregular.split('|')) {
  const forms = group.trim().split(/\s+/)
  for (const form of forms) groups.set(form, new Set([...(groups.get(form) ?? []), ...forms]))
}

/** Singular and plural of nouns from Latin and Greek. */
const endings: [singular: string, plural: string][] = [
  ['ix', 'ices'],
  ['ex', 'ices'],
  ['um', 'a'],
  ['on', 'a'],
  ['us', 'i'],
  ['a', 'ae'],
  ['is', 'es'],
  ['ma', 'mata'],
  ['en', 'ina'],
]

const regular: [singular: string, plural: string][] = [
  ['ix', 'ixes'],
  ['ex', 'exes'],
  ['us', 'uses'],
  ['um', 'ums'],
  ['on', 'ons'],
]

/** The fewest letters before an ending: shorter words would become others (`sum`, `bus`). */
const beforeEnding = 3

/** Singulars, plurals and tenses of a word that do not share its stem; some do not exist. */
export function listInflections(word: string): string[] {
  const forms = [...(groups.get(word) ?? [])]
  for (const [singular, plural] of endings) {
    forms.push(...exchange(word, singular, plural), ...exchange(word, plural, singular))
  }
  for (const [singular, plural] of regular) {
    const [latin = ''] = exchange(word, plural, singular)
    if (latin) forms.push(...endings.flatMap(([before, after]) => exchange(latin, before, after)))
  }
  return [...new Set(forms)].filter((form) => form !== word)
}

function exchange(word: string, from: string, to: string): string[] {
  const before = word.slice(0, -from.length)
  return word.endsWith(from) && before.length >= beforeEnding ? [before + to] : []
}
