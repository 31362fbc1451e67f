/** Short words of French, Spanish, German, Italian and Portuguese that are not English words. */
const foreign = new Set(
  'le la les un une du des et est dans pour qui que avec sur el los las una por con para y der das und ist nicht ein eine den dem mit il lo gli della che di è os uma em não'.split(
    ' ',
  ),
)

const english = new Set('the of and to in is that it for with as was on are by be or this from not which'.split(' '))

/** This many characters on either side are about six words. */
const nearby = 40

/** Whether a part of a text is surrounded by words of another language. */
export function isForeign(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - nearby), start)
  const after = text.slice(end, end + nearby)
  const words = `${before} ${after}`.toLowerCase().match(/\p{L}+/gu) ?? []
  const count = (known: ReadonlySet<string>) => words.filter((word) => known.has(word)).length
  return count(foreign) > Math.max(1, count(english))
}
