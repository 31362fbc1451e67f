import { rmSync } from 'node:fs'
import type { Random } from '@/tools/corpus/random'
import { type TemporaryLibrary, toQuestionFile, toRelated } from './temporary-library'

/** Enough words for answers to be nearly the same. */
const reasons = Array.from({ length: 40 }, (_, index) => `reason${index}`).join(' ')

/** Adds, changes or removes one of a few files that share topics, authors, addresses and answers. */
export function editSomeFile(library: TemporaryLibrary, random: Random) {
  const file = `${random.pick(['law', 'physics', 'medicine'])}/q${random.below(9)}.md`
  const toAddress = () => `/learn/law/questions/q${random.below(6)}`
  if (random.chance(0.25)) return rmSync(library.toPath(file), { force: true })
  const hidden = random.chance(0.2)
  const keywords = ['Law of Torts', 'law of torts', 'C++', 'Bayes’ rule'].filter(() => random.chance(0.7))
  const fields = {
    date: random.pick(['2026-01-15', '2026-01-16']),
    subject: random.pick(['Law', 'law', '']),
    author: random.pick(['Ada', 'QuickTakes']),
    seo: { page_keywords: keywords.join(', ') },
    no_index: hidden,
    ...(random.chance(0.1) && { canonical: toAddress() }),
    ...(!hidden && random.chance(0.3) && { aliases: [`/old/${file}`] }),
    ...toRelated(toAddress()),
  }
  const link = random.chance(0.5) ? ` [See](${toAddress()}).` : ''
  const title = random.pick(['Same?', 'Other?', 'What are others?', 'Other cases?'])
  library.write(
    file,
    toQuestionFile(title, fields, `Answer ${random.below(2)}${link} ${random.chance(0.5) ? reasons : ''}`),
  )
}
