import type { Edit } from '@/lib/core/finding'
import { listTargets } from '../../question/links'
import type { Rule } from '../../rule'

const tracking =
  /^(?:utm_[a-z]+|gclid|gbraid|wbraid|fbclid|msclkid|yclid|twclid|igsh(?:id)?|mc_[ce]id|_hsenc|_hsmi|mkt_tok|ref_src|vero_id|oly_[a-z_]+)=|^(?:source|ref)=chatgpt/i

/** Pages that only redirect, and track who follows the link. */
const detour =
  /^https?:\/\/(?:(?:www\.)?google\.[a-z.]{2,6}\/url|l\.facebook\.com\/l\.php|[\w.]{1,60}\.safelinks\.protection\.outlook\.com\/)\?/i

export const rule: Rule = {
  name: 'link-tracking',
  severity: 'warning',
  fix: 'removes the tracking',
  expects: 'An address does not track its visitors, with utm_source for example.',
  why: 'Tracking shows where the address was copied from (utm_source=chatgpt.com), and is of no use to readers.',
  wrong: '[heat](https://example.org/heat?utm_source=chatgpt.com)',
  right: '[heat](https://example.org/heat)',

  *findInQuestion(file) {
    for (const { url, at } of listTargets(file)) {
      const right = toDestination(url) ?? toUntracked(url)
      if (right === undefined) continue
      const isPlain = file.text.startsWith(url, at)
      const fix: Edit[] | undefined = isPlain ? [{ start: at, end: at + url.length, text: right }] : undefined
      yield { at, message: `This address tracks its visitors. Write ${right}.`, fix }
    }
  },
}

/** The destination of an address that only redirects. */
function toDestination(url: string): string | undefined {
  if (!detour.test(url)) return undefined
  const { searchParams } = new URL(url)
  const destination = ['q', 'url', 'u'].map((name) => searchParams.get(name)).find((value) => value !== null)
  return destination && /^https?:\/\/[^\s()<>]+$/.test(destination) ? destination : undefined
}

/** An address without its tracking parameters; undefined if it has none. */
function toUntracked(url: string): string | undefined {
  const [, before = '', query = '', hash = ''] = /^([^?#]*)\?([^#]*)(.*)$/s.exec(url) ?? []
  const parts = query.split('&')
  const kept = parts.filter((part) => !tracking.test(part))
  if (kept.length === parts.length) return undefined
  return `${before}${kept.length > 0 ? `?${kept.join('&')}` : ''}${hash}`
}
