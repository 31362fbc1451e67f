/** Parts of words in British and in American English. */
const parts = `aeolog eolog, aeroplan airplan, aestheti estheti, aetiolog etiolog, ageing aging, aluminium aluminum,
  amoeb ameb, anaem anem, anaesth anesth, apnoea apnea, archaeo archeo, artefact artifact, caesar cesar, caesi cesi,
  caecu cecu, coeli celi, cosy cozy, diarrhoea diarrhea, draught draft, dyspnoea dyspnea, encyclopaed encycloped,
  faec fec, foet fet, gaol jail, gonorrhoea gonorrhea, gramme gram, grey gray, gynaec gynec, haem hem, homoeo homeo,
  ischaem ischem, jewellery jewelry, kerb curb, leucocyt leukocyt, leukaem leukem, manoeuvre maneuver, manoeuvring maneuvering, mediaev mediev, mould mold,
  moult molt, moustach mustach, oedem edem, oenolog enolog, oesoph esoph, oestr estr, orthopaed orthoped, paed ped,
  palaeo paleo, plough plow, primaev primev, programme program, pyjama pajama, sceptic skeptic, septicaem septicem,
  smoulder smolder, sulph sulf, toxaem toxem, tumour tumor, tyre tire, uraem urem, whisky whiskey, yoghurt yogurt,
  acknowledgement acknowledgment, judgement judgment, fulfil fulfill, enrol enroll, instal install, skilful skillful,
  wilful willful, distil distill, instil instill, maths math, neurone neuron, omelette omelet, carburettor carburetor,
  practis practic, axe ax`

/** The beginnings of words that end in `-our` or `-or`. */
const our = `arb ard arm behavi cand clam col demean endeav enam fav ferv flav glam harb hon hum lab neighb od parl ranc rig
  rum sav savi splend succ tum val vap vig`

/** The beginnings of words that end in `-re` or `-er`. */
const re = `accout calib cent fib goit lit louv lust manoeuv meag met mit nit och reconnoit sabr salpet saltpet sept sepulch somb
  spect theat`

/** The beginnings of words that end in `-ence` or `-ense`. */
const ence = 'def off lic pret'

const toChoice = (beginnings: string) => beginnings.trim().split(/\s+/).join('|')

type Rule = [pattern: RegExp, spelling: string | ((match: string, ...groups: string[]) => string)]

const pairs = parts.split(',').map((pair) => pair.trim().split(' ') as [string, string])
const otherPart = new Map(
  pairs.flatMap(([british, american]) => [
    [british, american],
    [american, british],
  ]),
)
const longestFirst = [...otherPart.keys()].sort((a, b) => b.length - a.length)
const partPattern = new RegExp(`^(|.{3,}?)(${longestFirst.join('|')})`)

/** Rules that turn one spelling into the other; applied to other words, they give strings that no library has. */
const rules: Rule[] = [
  [new RegExp(`(^|.)(${toChoice(our)})our`), '$1$2or'],
  [new RegExp(`^(.*)(${toChoice(our)})or(?=$|s$|e|i|a|f|h|l)`), '$1$2our'],
  [new RegExp(`(${toChoice(re)})re(s|d)?$`), '$1er$2'],
  [new RegExp(`(${toChoice(re)})er(s|ed)?$`), '$1re$2'],
  [new RegExp(`(${toChoice(ence)})ence(s|d|less)?$`), '$1ense$2'],
  [new RegExp(`(${toChoice(ence)})ense(s|d|less)?$`), '$1ence$2'],
  [/(..)is(e|ed|es|er|ers|ing|ation|ations|ational|able)$/, '$1iz$2'],
  [/(..)iz(e|ed|es|er|ers|ing|ation|ations|ational|able)$/, '$1is$2'],
  [/(a|l)ys(e|ed|es|er|ers|ing)$/, '$1yz$2'],
  [/(a|l)yz(e|ed|es|er|ers|ing)$/, '$1ys$2'],
  [/(..)ogue(s|d)?$/, '$1og$2'],
  [/(..(?:al|il|ol|et|am|em))og(s)?$/, '$1ogue$2'],
  [/(..[aeiou])ll(ed|ing|er|ers|or|ors|ous|ation|ations)$/, '$1l$2'],
  [/(..[aeiou])l(ed|ing|er|ers|or|ors|ous|ation|ations)$/, '$1ll$2'],
  [/aemi(a|c)/, 'emi$1'],
  [/emi(a|c)$/, 'aemi$1'],
  [partPattern, (_, before: string, part: string) => before + otherPart.get(part)],
]

/** The rules would turn a shorter word into a different one. */
const shortest = 4

/** The British spellings of an American word and vice versa; some do not exist. */
export function listSpellings(word: string): string[] {
  if (word.length < shortest) return []
  const spellings = rules.flatMap(([pattern, spelling]) =>
    pattern.test(word) ? [word.replace(pattern, spelling as string)] : [],
  )
  return [...new Set(spellings)].filter((spelling) => spelling !== word)
}
