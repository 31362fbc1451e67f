import type { Edit } from '@/lib/core/finding'
import { listTargets } from '../../question/links'
import type { Rule } from '../../rule'

const tracking =
  /^(?:utm_[a-z]+|gclid|gbraid|wbraid|fbclid|msclkid|yclid|twclid|igsh(?:id)?|mc_[ce]id|_hsenc|_hsmi|mkt_tok|ref_src|vero_id|oly_[a-z_]+)=|^(?:source|ref)=chatgpt/i

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
      const [, before = '', query = '', hash = ''] = /^([^?#]*)\?([^#]*)(.*)$/s.exec(url) ?? []
      const parts = query.split('&')
      const kept = parts.filter((part) => !tracking.test(part))
      if (kept.length === parts.length) continue
      const right = `${before}${kept.length > 0 ? `?${kept.join('&')}` : ''}${hash}`
      const isPlain = file.text.startsWith(url, at)
      const fix: Edit[] | undefined = isPlain ? [{ start: at, end: at + url.length, text: right }] : undefined
      yield { at, message: `This address tells where its visitors come from. Write ${right}.`, fix }
    }
  },
}
