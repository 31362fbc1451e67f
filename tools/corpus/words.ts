import { Random } from './random'

/** Words that every subject uses, the most frequent first. */
export const commonWords = `the of and to in is a that for as with are by on this it be from or which can an at between
each these their such more into also other when used not through one have has two its how both same process value
system different example number form result change energy function time state rate level point method group model
cell law theory structure effect order study data problem force field factor market set term type line base case
analysis product design role control test measure space line power source unit series language source society culture`.split(
  /\s+/,
)

const beginnings =
  'ab ac al am an ar as ba be bi bo ca ce ci co cu da de di do ec el em en ep fa fi fo ga ge gi gra ha he ho hy im in ka la le li lo ma me mi mo na ne no ob or pa pe phy pi po pre pro ra re ri ro sa se si so sta su ta te the ti to tra tri un va ve vi vo xe zo'.split(
    ' ',
  )
const middles =
  'ba be bi bo ca ce ci co da de di do fa fi ga ge go la le li lo lu ma me mi mo mu na ne ni no nu pa pe po ra re ri ro ru sa se si so ta te ti to tu va ve vi vo'.split(
    ' ',
  )
const endings =
  'al an ance ane ase ate cy de dic ene er es gen gram ia ic id in ine ing ion ism ist ite ity ium lysis ma ment meter nal nce ness nomy ol on or osis oxide phy rix ron sis tion tor tron ture um ure us'.split(
    ' ',
  )

/** Rare words for titles, all different. */
export const rareWords = makeWords(2_400, 1)

/** Words that are frequent in one subject and rare in others. */
const subjectWords = Array.from({ length: 64 }, (_, subject) => makeWords(400, 2, subject))

/** Squaring makes the first words of a list by far the most frequent, as in natural language. */
export const pickFrequent = (random: Random, words: readonly string[]) =>
  words[Math.floor(random.next() ** 2 * words.length)] as string

export const pickSubjectWord = (random: Random, subject: number) =>
  pickFrequent(random, subjectWords[subject % subjectWords.length] as string[])

function makeWords(count: number, ...seeds: number[]): string[] {
  const random = new Random(...seeds)
  const words = new Set<string>()
  while (words.size < count) {
    words.add(
      random.pick(beginnings) +
        random.pick(middles) +
        (random.chance(0.5) ? random.pick(middles) : '') +
        random.pick(endings),
    )
  }
  return [...words]
}
