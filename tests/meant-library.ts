import { TemporaryLibrary, toQuestionFile } from './temporary-library'

const titles: Record<string, string> = {
  'break-even': 'How is the break-even point of a firm found?',
  even: 'When does an even number break a tie?',
  predator: 'How do predator-prey cycles arise?',
  axis: 'What does the x-axis of a graph show?',
  dataset: 'How large is a dataset for training?',
  'data-set': 'How is a data set cleaned before training?',
  photosynthesis: 'Where does photosynthesis take place in a leaf?',
  synthesis: 'How does the synthesis of ammonia work?',
  consumer: 'What shapes consumer behavior in a market?',
  genomics: 'What does behavioural genomics study?',
  mass: 'Where is the center of mass of a rod?',
  data: 'What does a data centre administrator do with mass storage?',
  sulfur: 'How does sulfur burn?',
  organise: 'How do workers organise a strike?',
  paediatric: 'What does a paediatric ward need?',
  wwii: 'How did World War II begin?',
  wwi: 'How did the First World War begin?',
  welding: 'What causes cracks in welding?',
  india: 'What was the first war of 1857 in India?',
  second: 'What does the second law of thermodynamics say?',
  type1: 'What is a type I error in a test?',
  type2: 'What is a type II error in a test?',
  matrices: 'How are matrices multiplied?',
  criteria: 'Which criteria define a species?',
  frozen: 'Why is frozen water light?',
  mice: 'Why do mice gnaw?',
  newton: "What do Newton's laws of motion say?",
  pneumonia: 'How is pneumonia treated?',
  psychology: 'What is psychology about?',
  philosophy: 'Where did philosophy begin?',
  gurjara: 'Who ruled the Gurjara kingdom?',
  base: 'How does a base react with an acid?',
  vernier: 'How is a vernier scale read?',
  statute: 'Does a statute bind the courts of a state?',
  statue: 'Who made the statue of marble?',
  receive: 'How does an antenna receive radio waves?',
  biography: 'What makes a biography reliable?',
  typo: 'Who wrote it?',
}

const answers: Record<string, string> = {
  gurjara: 'They ruled what is now Gujarat.',
  typo: 'A letter that nobody could recieve, by Bose.',
}

/** A library of a few questions, to search for in other words than theirs. */
export const toMeantLibrary = () =>
  new TemporaryLibrary(
    Object.fromEntries(
      Object.entries(titles).map(([slug, title]) => [`all/${slug}.md`, toQuestionFile(title, {}, answers[slug])]),
    ),
  )

/** Queries, and the question that is meant. */
export const meant: Record<string, [text: string, slug: string][]> = {
  'words written as one, as two or with a hyphen': [
    ['breakeven', 'break-even'],
    ['breakeven point', 'break-even'],
    ['break even', 'break-even'],
    ['break-even', 'break-even'],
    ['breakevens', 'break-even'],
    ['predatorprey', 'predator'],
    ['predator prey', 'predator'],
    ['xaxis', 'axis'],
    ['x axis', 'axis'],
    ['photo synthesis', 'photosynthesis'],
    ['photo-synthesis leaf', 'photosynthesis'],
    ['data set large', 'dataset'],
    ['dataset cleaned', 'data-set'],
  ],
  'British and American spelling': [
    ['consumer behaviour', 'consumer'],
    ['behavioral genomics', 'genomics'],
    ['centre of mass', 'mass'],
    ['data center administrator', 'data'],
    ['sulphur', 'sulfur'],
    ['organize strike', 'organise'],
    ['pediatric ward', 'paediatric'],
  ],
  numbers: [
    ['WW2', 'wwii'],
    ['ww2 causes', 'wwii'],
    ['second world war', 'wwii'],
    ['world war 2', 'wwii'],
    ['WWI', 'wwi'],
    ['World War One', 'wwi'],
    ['world war i', 'wwi'],
    ['first world war', 'wwi'],
    ['2nd law of thermodynamics', 'second'],
    ['type 1 error', 'type1'],
    ['type two error', 'type2'],
    ['type 2 error', 'type2'],
  ],
  'other forms': [
    ['matrix', 'matrices'],
    ['criterion of a species', 'criteria'],
    ['water freezes', 'frozen'],
    ['freeze', 'frozen'],
    ['mouse', 'mice'],
    ['newtons laws', 'newton'],
    ['newton’s laws', 'newton'],
  ],
  'words spelled by ear': [
    ['fotosynthesis', 'photosynthesis'],
    ['newmonia', 'pneumonia'],
    ['sikology', 'psychology'],
    ['filosofy', 'philosophy'],
    ['filosophy begin', 'philosophy'],
  ],
  'misspelt words': [
    ['recieve', 'receive'],
    ['what is recieve', 'receive'],
    ['reciever antenna', 'receive'],
    ['statuue', 'statue'],
    ['statuue courts', 'statute'],
    ['stature bind courts', 'statute'],
    ['photosinthesys', 'photosynthesis'],
  ],
  'right words': [
    ['what is gujarat', 'gurjara'],
    ['bose', 'typo'],
    ['what is bose', 'typo'],
    ['statute', 'statute'],
  ],
}

/** Queries with a word or name that the library lacks: that word, and the questions found without it. */
export const lacking: [text: string, missing: string[], found: string[]][] = [
  ['vermeer biography', ['vermeer'], ['biography']],
  ['what is vermeer', ['vermeer'], []],
  ['what is stature', ['stature'], []],
  ['who was hopper', ['hopper'], []],
  ['bases of runes', ['runes'], ['base']],
  ['"vernier biography"', ['vernier biography'], []],
]
