/** With fewer letters other words would result. */
const mayBeName = /^[a-z]{4,}$/

/** English words that differ like a name and its adjective, and mean different things. */
const otherWords = new Set(
  'civilian divan gentian guardian martian median ruffian unclean vegan civil diva gent guard hermit mart media ruff uncle vega'.split(
    ' ',
  ),
)

/** Adjectives made of names (`Gauss`, `Gaussian`), and the names in them; most of them do not exist. */
export function listEponyms(word: string): string[] {
  if (!mayBeName.test(word) || otherWords.has(word)) return []
  return listCandidates(word).filter((form) => form !== word && !otherWords.has(form))
}

function listCandidates(word: string): string[] {
  const [, name = ''] = /^(.{4,})[ei]an$/.exec(word) ?? []
  if (name) return [name, `${name}e`, `${name}ian`, `${name}ean`]
  if (/.{3}an$/.test(word)) return [word.slice(0, -1)]
  if (word.endsWith('a')) return [`${word}n`]
  return word.endsWith('e') ? [`${word}an`, `${word.slice(0, -1)}ian`] : [`${word}ian`, `${word}ean`]
}
