import { rmSync } from 'node:fs'
import type { Random } from '@/tools/corpus/random'
import { type TemporaryLibrary, toQuestionFile, toRelated } from './temporary-library'

const titles = [
  'Same?',
  'Other?',
  'What are others?',
  'What is C++?',
  'How do laws of torts differ?',
  'Why did the RR apply?',
]
/** Enough shared words to make answers near duplicates. */
const reasons = Array.from({ length: 40 }, (_, index) => `reason${index}`).join(' ')
const answers = ['Answer 0', 'Answer 1', 'The relevance rule (RR) holds.', `Answer 0 ${reasons}`, `Answer 1 ${reasons}`]

/** Adds, changes or removes one of a few files that share topics, authors, addresses and answers. */
export function editSomeFile(library: TemporaryLibrary, random: Random) {
  const file = `${random.pick(['law', 'physics', 'medicine'])}/q${random.below(9)}.md`
  const toAddress = () => `/learn/law/questions/q${random.below(6)}`
  if (random.chance(0.25)) return rmSync(library.toPath(file), { force: true })
  const hidden = random.chance(0.2)
  // The first five keywords count as main ones; later ones only as mentions.
  const first = random.chance(0.3) ? ['One', 'Two', 'Three', 'Four', 'Five'] : []
  const keywords = ['Law of Torts', 'law of tort', 'C++', 'Bayes’ rule', 'RR'].filter(() => random.chance(0.7))
  const fields = {
    date: random.pick(['2026-01-15', '2026-01-16']),
    subject: random.pick(['Law', 'law', '']),
    author: random.pick(['Ada', 'QuickTakes']),
    seo: { page_keywords: [...first, ...keywords].join(', ') },
    no_index: hidden,
    ...(random.chance(0.1) && { canonical: toAddress() }),
    ...(!hidden && random.chance(0.3) && { aliases: [`/old/${file}`] }),
    ...toRelated(toAddress()),
  }
  const link = random.chance(0.5) ? ` [See](${toAddress()}).` : ''
  library.write(file, toQuestionFile(random.pick(titles), fields, `${random.pick(answers)}${link}`))
}
