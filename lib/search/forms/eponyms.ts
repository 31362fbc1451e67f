/** With fewer letters other words would result. */
const mayBeName = /^[a-z]{4,}$/

/** Adjectives made of names (`Gauss`, `Gaussian`), and the names in them; most of them do not exist. */
export function listEponyms(word: string): string[] {
  if (!mayBeName.test(word)) return []
  const [, name = ''] = /^(.{4,})[ei]an$/.exec(word) ?? []
  if (name) return [name, `${name}e`, `${name}ian`, `${name}ean`].filter((form) => form !== word)
  if (/.{3}an$/.test(word)) return [word.slice(0, -1)]
  if (word.endsWith('a')) return [`${word}n`]
  return word.endsWith('e') ? [`${word}an`, `${word.slice(0, -1)}ian`] : [`${word}ian`, `${word}ean`]
}
