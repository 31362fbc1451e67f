import type { Rule } from '../../rule'

const names = `abbr article aside audio bdi bdo big blockquote br button caption center cite code col colgroup dd del
  details div dl dt em figcaption figure font h[1-6] hr iframe img input ins kbd li mark object ol picture pre rp rt ruby
  script section small span strike strong style sub summary sup svg table tbody td th thead tr tt ul video wbr`
const tag = new RegExp(
  String.raw`<\/?(${names.split(/\s+/).join('|')})(?:\s[^<>\n]*)?\/?>|(?<![\p{L}\p{N}])<\/?[abipqsu](?:\s[^<>\n]*)?>|<!--`,
  'giu',
)

/** These work without attributes and in pairs. Those that work are not text, so they are not found here. */
const working = /^(?:br|details|kbd|sub|summary|sup)$/i

export const rule: Rule = {
  name: 'html',
  severity: 'warning',
  expects: 'Answers are Markdown; the only HTML is comments, <br>, <sub>, <sup>, <kbd>, <details> and <summary>.',
  why: 'All other HTML is shown as text: readers would see the tags. (Put a tag that is meant to be seen in backticks.)',
  wrong: '<b>Water</b> is H<sub class="n">2</sub>O.',
  right: '**Water** is H<sub>2</sub>O.',

  *findInQuestion({ answer }) {
    const { prose } = answer
    for (const { index, 0: found, 1: name = '' } of prose.matchAll(tag)) {
      // A type, such as List<Object>.
      if (/^<[A-Z][a-z]/.test(found) && /\p{L}/u.test(prose[index - 1] ?? '')) continue
      const isClosing = found.startsWith('</')
      const hasPartner = isClosing && new RegExp(`<${name}\\s[^<>\\n]*>`, 'i').test(prose)
      if (isClosing && (!working.test(name) || hasPartner)) continue
      yield { at: answer.toFile(index), message: toMessage(found, name) }
    }
  },
}

function toMessage(found: string, name: string): string {
  if (found === '<!--') return 'A comment begins here and does not end, so readers see it. Write --> after it.'
  if (!working.test(name)) {
    return `HTML is shown as text: readers see ${found}. Write it in Markdown, or in backticks if it is meant to be seen.`
  }
  if (/^<\/?[a-z]+\s*>$/i.test(found) && name.toLowerCase() !== 'br') {
    const partner = found.startsWith('</') ? `<${name}> before` : `</${name}> after`
    return `${found} has no partner here, so readers see it. Write ${partner} it, in the same paragraph, list item or quote.`
  }
  return `${found} is shown as text, because it has attributes. Write <${name}>.`
}
