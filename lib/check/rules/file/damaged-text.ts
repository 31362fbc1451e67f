import { toCount } from '@/lib/core/counted-noun'
import type { Match } from '@/lib/core/finding'
import type { Rule } from '../../rule'
import { type Invisible, listInvisible } from '../../text/invisible'
import { damage, repair } from '../../text/mojibake'
import { RawText } from '../../text/raw-text'

/** How many places of one kind are reported: an untrusted file must not cost without bound. */
const maxNamed = 100

/** Words in texts about damaged text, or about invisible characters. */
const topic =
  /\b(?:UTF-?(?:8|16)|Latin-?1|ISO[- ]8859\S*|Windows-1252|CP-?1252|mojibake|charset|(?:character|text) (?:set|encoding)s?|Unicode)\b/i
const unseenTopic =
  /\b(?:zero[- ]width|soft hyphens?|invisible characters?|non-?joiners?|word joiners?|Unicode)\b|U\+[0-9A-F]{4}/i

export const rule: Rule = {
  name: 'damaged-text',
  severity: 'error',
  fix: 'writes the letter that was garbled, and removes invisible characters that mean nothing; not in code, nor where the text may be about them',
  expects:
    'Text has no letters that were lost or garbled when it was copied or converted, and no invisible characters.',
  why: 'Readers see “�” or “â€™” where a letter was. Reviewers do not notice an invisible character, and search does not find the word.',
  wrong: 'Newtonâ€™s caf� theory',
  right: 'Newton’s café theory',

  *findInBytes(raw) {
    let named = 0
    const text = new RawText(raw)
    for (const { index, 0: found } of raw.matchAll(damage)) {
      if (named++ === maxNamed) break
      yield {
        at: index,
        ...toRepair(found, index, topic.test(raw) || text.isMentionOf(index, index + found.length, toMeant)),
      }
    }
    const rest = named === 0 ? raw : raw.replace(damage, (text) => ' '.repeat(text.length))
    const useless: Invisible[] = []
    named = 0
    for (const invisible of listInvisible(rest)) {
      if (invisible.isRemovable) useless.push(invisible)
      else if (named++ < maxNamed) yield { at: invisible.index, message: toMessage(invisible) }
    }
    if (useless.length === 0) return
    const isTopic = unseenTopic.test(raw)
    yield* toRemoval(useless, (at) => isTopic || text.isCode(at))
  },
}

const toMeant = (text: string) => text.replace(damage, (found) => repair(found) ?? found)

const exception = ' If it is meant, list damaged-text in check_off.'

function toRepair(found: string, start: number, isMention: boolean): Omit<Match, 'at'> {
  const meant = repair(found)
  if (meant === undefined) {
    const message = `“${found}” is a letter that was lost when the text was copied or converted. Write the letter that was meant.`
    return { message }
  }
  const message = `“${found}” is “${meant}”, garbled when the text was copied or converted. Write ${meant}.`
  if (isMention) return { message: `${message}${exception}` }
  return { message, fix: [{ start, end: start + found.length, text: meant }] }
}

function toMessage({ found, name }: Invisible): string {
  if (/[\u2028\u2029]/.test(found))
    return `${name} is here, which is invisible. Replace it with a line break or a space.`
  return `${name} is here, an invisible character. Remove it.`
}

/** One finding for each kind of character, with all its places, at the first. */
function* toRemoval(useless: readonly Invisible[], isMention: (at: number) => boolean): Generator<Match> {
  for (const { index, name } of useless.filter((invisible) => isMention(invisible.index)).slice(0, maxNamed)) {
    yield { at: index, message: `${name} is here, which is invisible. Remove it.${exception}` }
  }
  const byName = new Map<string, Invisible[]>()
  for (const invisible of useless) {
    if (isMention(invisible.index)) continue
    const places = byName.get(invisible.name)
    if (places) places.push(invisible)
    else byName.set(invisible.name, [invisible])
  }
  for (const [name, places] of byName) {
    const times = places.length === 1 ? 'is here' : `is here and in ${toCount(places.length - 1, 'more place')}`
    const fix = places.map(({ index, found }) => ({ start: index, end: index + found.length, text: '' }))
    yield { at: places[0]?.index ?? 0, message: `${name} ${times}, which is invisible. Remove it.`, fix }
  }
}
