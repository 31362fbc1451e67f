import type { Edit } from '@/lib/core/finding'
import { listTargets } from '../../question/links'
import type { Rule } from '../../rule'

const tracking =
  /^(?:utm_[a-z]+|gclid|gbraid|wbraid|fbclid|msclkid|yclid|twclid|igsh(?:id)?|mc_[ce]id|_hsenc|_hsmi|mkt_tok|ref_src|vero_id|oly_[a-z_]+)=|^(?:source|ref)=chatgpt/i

/** Pages that only lead on, and count who comes by. */
const detour =
  /^https?:\/\/(?:(?:www\.)?google\.[a-z.]{2,6}\/url|l\.facebook\.com\/l\.php|[\w.]{1,60}\.safelinks\.protection\.outlook\.com\/)\?/i

export const rule: Rule = {
  name: 'link-tracking',
  severity: 'warning',
  fix: 'removes it',
  expects: 'An address has nothing that tells where its visitors come from, such as utm_source.',
  why: 'It says of whom the address was copied (utm_source=chatgpt.com), and nothing to readers.',
  wrong: '[heat](https://example.org/heat?utm_source=chatgpt.com)',
  right: '[heat](https://example.org/heat)',

  *findInQuestion(file) {
    for (const { url, at } of listTargets(file)) {
      const right = toDestination(url) ?? toUntracked(url)
      if (right === undefined) continue
      const isPlain = file.text.startsWith(url, at)
      const fix: Edit[] | undefined = isPlain ? [{ start: at, end: at + url.length, text: right }] : undefined
      yield { at, message: `This address tells where its visitors come from. Write ${right}.`, fix }
    }
  },
}

/** Where an address leads in the end that only leads on. */
function toDestination(url: string): string | undefined {
  if (!detour.test(url)) return undefined
  const { searchParams } = new URL(url)
  const destination = ['q', 'url', 'u'].map((name) => searchParams.get(name)).find((value) => value !== null)
  return destination && /^https?:\/\/[^\s()<>]+$/.test(destination) ? destination : undefined
}

/** An address without what tells where its visitors come from; undefined if it has nothing of that. */
function toUntracked(url: string): string | undefined {
  const [, before = '', query = '', hash = ''] = /^([^?#]*)\?([^#]*)(.*)$/s.exec(url) ?? []
  const parts = query.split('&')
  const kept = parts.filter((part) => !tracking.test(part))
  if (kept.length === parts.length) return undefined
  return `${before}${kept.length > 0 ? `?${kept.join('&')}` : ''}${hash}`
}
