/** Short words of French, Spanish, German, Italian and Portuguese that are not English words. */
const foreign = new Set(
  `le la les un une du des et est dans pour qui que avec sur je tu il elle nous vous ils elles mais el los las una por con
   para y yo tú él está der das und ist nicht ein eine den dem mit ich wir ihr sie auf zu lo gli della che di è noi os uma
   em não ele`.split(/\s+/),
)

const english = new Set('the of and to in is that it for with as was on are by be or this from not which'.split(' '))

/** French and Italian words without their vowel: `j’ai`, `qu’il`, `l’uomo`. */
const elision = /(?<!\p{L})(?:[cdjlmnst]|qu)[’'](?=\p{L}{2})/giu

/** This many characters on either side are about six words. */
const nearby = 40

/** Whether a part of a text is surrounded by words of another language. */
export function isForeign(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - nearby), start)
  const after = text.slice(end, end + nearby)
  const context = `${before} ${after}`
  const words = listWords(context)
  const count = (known: ReadonlySet<string>) => words.filter((word) => known.has(word)).length
  const elided = context.match(elision)?.length ?? 0
  return count(foreign) + elided > Math.max(1, count(english))
}

/** Whether words in italics may be a term of another language, such as a Latin name: `rami terminales`. */
export function isForeignTerm(italic: string): boolean {
  const words = listWords(italic)
  return words.length > 1 && !words.some((word) => english.has(word))
}

const listWords = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? []
