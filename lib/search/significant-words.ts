import { toStem, toWords } from '@/lib/core/words'

/** Words that say how something is asked, or that every field uses: sharing one does not make two questions similar. */
const commonWords =
  `about across additional after all also and any application apply approach are aspect associate based basic become
  been before being between both but calculate can cannot case challenge change characteristic common compare
  component concept consequence consider context contribute could create criteria decrease define demonstrate derive
  describe determine develop did differ different discuss distinguish does done during each effect effective element
  essential evaluate every example exist explain explore factor feature find following for form from function
  fundamental general give given had has have help his how identify impact implication important improve include
  increase influence insight instance into involve issue its itself key kind lead level like made main major make
  many may mean method might modern more most must need new not occur one only other our over part particular
  perform play possible practice primary principle problem process property provide purpose reason reduce reform
  relate relationship relevance represent result role rule same several shape should show significance significant
  similar solve some specific stage state step strategy structure such term than that the their them theory there
  these they this those through tool type typical under understand use using value various very was way were what
  when where whether which while who whom whose why will with within without work would you your`.split(/\s+/)

const commonStems = new Set(commonWords.map(toStem))

/** Whether a word of a title or keyword says what it is about. */
export const isSignificant = (word: string) => word.length > 2 && !commonStems.has(toStem(word))

/** Whether a word tells nothing yet: it is a common word, or may become one as it is typed. */
export const mayBeCommon = (word: string) =>
  !isSignificant(word) || commonWords.some((common) => common.startsWith(word))

/** At most this many significant words of a title count: a text with more is not a title. */
const maxPerTitle = 12

/** The different stems of the significant words of a title. */
export const listTitleStems = (title: string) => listSignificantStems(title).slice(0, maxPerTitle)

/** The different stems of the significant words of a text. */
export function listSignificantStems(text: string): string[] {
  const stems = new Set<string>()
  for (const word of toWords(text)) {
    if (word.length <= 2) continue
    const stem = toStem(word)
    if (!commonStems.has(stem)) stems.add(stem)
  }
  return [...stems]
}
