import type { Rule } from '../../rule'

const names = `abbr big blockquote br center code dd del details div dl dt em font h[1-6] hr iframe img input ins kbd li mark
  object ol pre script section small span strong style sub summary sup svg table tbody td th thead tr tt ul video`
const tag = new RegExp(
  String.raw`<\/?(?:${names.split(/\s+/).join('|')})(?:\s[^<>\n]*)?\/?>|(?<![\p{L}\p{N}])<\/?[abipqsu](?:\s[^<>\n]*)?>|<!--`,
  'giu',
)

export const rule: Rule = {
  name: 'html',
  severity: 'warning',
  expects: 'Answers are Markdown, without HTML.',
  why: 'HTML is shown as text: readers would see the tags. (Put a tag that is meant to be seen in backticks.)',
  wrong: 'H<sub>2</sub>O<br>is water.',
  right: '$\\mathrm{H_2O}$ is water.',

  *findInQuestion({ answer }) {
    for (const { index, 0: found } of answer.prose.matchAll(tag)) {
      if (found.startsWith('</')) continue
      const message = `HTML is shown as text: readers see ${found}. Write it in Markdown, or in backticks if it is meant to be seen.`
      yield { at: answer.toFile(index), message }
    }
  },
}
