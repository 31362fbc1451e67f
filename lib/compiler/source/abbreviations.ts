/** An abbreviation is spelled out where it first occurs. */
const looked = 4_000

/** So many characters before it spell it out at most. */
const longest = 80

/** An abbreviation in brackets, behind a word. */
const inBrackets = /[a-z][ \n]+\(([A-Z][A-Za-z]{0,4}[A-Z])s?\)/g

/**
 * What the abbreviations among the keywords of a question and in its title stand for, where the question says so:
 * “hepatocellular carcinoma (HCC)”. Undefined if it says so of none.
 */
export function findAbbreviations(
  title: string,
  keywords: readonly string[],
  answer: string,
): Record<string, string> | undefined {
  const used = new Set([...keywords, ...(title.match(/\w+/g) ?? [])])
  const text = `${keywords.join(', ')}. ${title}. ${answer.slice(0, looked)}`
  const found = new Map<string, string>()
  for (const { 1: short = '', index } of text.matchAll(inBrackets)) {
    if (!used.has(short) || found.has(short)) continue
    const [words = ''] = /[\w'’ \n-]*$/.exec(text.slice(Math.max(0, index - longest), index + 1)) ?? []
    const long = toMeaning(words, short)
    if (long) found.set(short, long)
  }
  return found.size > 0 ? Object.fromEntries(found) : undefined
}

/**
 * The words that an abbreviation stands for: its letters stand in them in this order, the first and at least one more
 * at the beginning of a word. After Schwartz and Hearst, https://psb.stanford.edu/psb-online/proceedings/psb03/schwartz.pdf
 */
function toMeaning(words: string, short: string): string | undefined {
  const text = words.trim()
  const beginsWord = (at: number) => at === 0 || /[\s-]/.test(text[at - 1] as string)
  let at = text.length
  let beginnings = 0
  for (let letter = short.length - 1; letter >= 0; letter -= 1) {
    do at -= 1
    while (at >= 0 && !(text[at]?.toLowerCase() === short[letter]?.toLowerCase() && (letter > 0 || beginsWord(at))))
    if (at < 0) return undefined
    if (beginsWord(at)) beginnings += 1
  }
  return beginnings > 1 ? text.slice(at).replace(/\s+/g, ' ') : undefined
}
