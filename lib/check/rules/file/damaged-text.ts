import type { Match } from '@/lib/core/finding'
import type { Rule } from '../../rule'
import { damage, repair } from '../../text/mojibake'
import { listUnseen, type Unseen } from '../../text/unseen'

/** How many places of one kind are named: what the file of a stranger costs must have an end. */
const mostNamed = 100

export const rule: Rule = {
  name: 'damaged-text',
  severity: 'error',
  fix: 'writes the letter that was mistaken, and removes unseen characters that mean nothing',
  expects: 'Text has no letters that were lost or mistaken when it was copied or converted, and no unseen characters.',
  why: 'Readers see “�” or “â€™” where a letter was. What nobody sees no reviewer sees either, and search does not find the word.',
  wrong: 'Newtonâ€™s caf� theory',
  right: 'Newton’s café theory',

  *findInBytes(raw) {
    let named = 0
    for (const { index, 0: found } of raw.matchAll(damage)) {
      if (named++ === mostNamed) break
      yield { at: index, ...toRepair(found, index) }
    }
    const rest = named === 0 ? raw : raw.replace(damage, (text) => ' '.repeat(text.length))
    const useless: Unseen[] = []
    named = 0
    for (const unseen of listUnseen(rest)) {
      if (unseen.isUseless) useless.push(unseen)
      else if (named++ < mostNamed) yield { at: unseen.index, message: toMessage(unseen) }
    }
    yield* toRemoval(useless)
  },
}

function toRepair(found: string, start: number): Omit<Match, 'at'> {
  const meant = repair(found)
  if (meant === undefined) {
    const message = `“${found}” is a letter that was lost when the text was copied or converted. Write the letter that was meant.`
    return { message }
  }
  const message = `“${found}” is “${meant}”, mistaken when the text was copied or converted. Write ${meant}.`
  return { message, fix: [{ start, end: start + found.length, text: meant }] }
}

function toMessage({ found, name }: Unseen): string {
  if (/[\u2028\u2029]/.test(found)) return `${name} is here, which nobody sees. Make a line break of it, or a space.`
  return `${name} is here, a character that nobody sees. Remove it.`
}

/** One finding for each kind of character, with all its places, at the first. */
function* toRemoval(useless: readonly Unseen[]): Generator<Match> {
  const byName = new Map<string, Unseen[]>()
  for (const unseen of useless) {
    const places = byName.get(unseen.name)
    if (places) places.push(unseen)
    else byName.set(unseen.name, [unseen])
  }
  for (const [name, places] of byName) {
    const times = places.length === 1 ? 'is here' : `is here and in ${places.length - 1} more places`
    const fix = places.map(({ index, found }) => ({ start: index, end: index + found.length, text: '' }))
    yield { at: places[0]?.index ?? 0, message: `${name} ${times}, which nobody sees. Remove it.`, fix }
  }
}
