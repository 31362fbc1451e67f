import type { Store } from '@/lib/store/schema/open'
import { Random } from '@/tools/corpus/random'

/** A query, and the question that it is looking for. */
export type KnownItem = { text: string; id: number }

type Row = { id: number; title: string; details: string }

export type QueryKind = 'title words' | 'two thirds of them, shuffled' | 'one misspelt' | 'three keywords'

/** How queries are made from a question: what a student remembers of it. */
export const queryKinds: Record<QueryKind, (row: Row, random: Random) => string> = {
  'title words': ({ title }: Row) => toWords(title).join(' '),
  'two thirds of them, shuffled': ({ title }: Row, random: Random) => {
    const words = shuffle(toWords(title), random)
    return words.slice(0, Math.ceil((words.length * 2) / 3)).join(' ')
  },
  'one misspelt': ({ title }: Row, random: Random) => {
    const words = toWords(title)
    const long = words.flatMap((word, index) => (word.length >= 5 ? [index] : []))
    const at = random.pick(long.length > 0 ? long : [0])
    return words.with(at, misspell(words[at] ?? '', random)).join(' ')
  },
  'three keywords': ({ details }: Row, random: Random) =>
    shuffle(JSON.parse(details).keywords as string[], random)
      .slice(0, 3)
      .join(' '),
}

/** `count` known-item queries of one kind, from questions spread over the whole library; the same in every run. */
export function listKnownItems(store: Store, kind: QueryKind, count: number): KnownItem[] {
  const random = new Random(11, count)
  const sample = store.prepare(
    'SELECT id, title, details FROM question WHERE is_canonical = 1 AND no_index = 0 AND id >= ? ORDER BY id LIMIT 1',
  )
  const { last } = store.prepare('SELECT max(id) AS last FROM question').get() as { last: number }
  return Array.from({ length: count }, () => {
    const row = sample.get(1 + random.below(last)) as Row | undefined
    return row && { id: row.id, text: queryKinds[kind](row, random) }
  }).filter((item) => item !== undefined)
}

const toWords = (title: string): string[] => title.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []

function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const left = [...items]
  return items.map(() => left.splice(random.below(left.length), 1)[0] as Item)
}

/** Adds a typo: a letter is dropped, doubled, replaced, or swapped with the next one; the first letter stays. */
function misspell(word: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, word.length - 2))
  const letters = [...word]
  const slip = random.below(4)
  if (slip === 0) letters.splice(at, 1)
  else if (slip === 1) letters.splice(at, 0, letters[at] ?? '')
  else if (slip === 2) letters[at] = random.pick([...'etaoinsrhl'].filter((letter) => letter !== letters[at]))
  else letters.splice(at, 2, ...letters.slice(at, at + 2).reverse())
  return letters.join('')
}
