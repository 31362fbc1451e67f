import type { Mistake } from '@/lib/core/finding'
import type { QuestionFile } from '../question-file'

const names = `abbr big blockquote br center code dd del details div dl dt em font h[1-6] hr iframe img input ins kbd li mark
  object ol pre script section small span strong style sub summary sup svg table tbody td th thead tr tt ul video`
const tag = new RegExp(
  String.raw`<\/?(?:${names.split(/\s+/).join('|')})(?:\s[^<>\n]*)?\/?>|(?<![\p{L}\p{N}])<\/?[abipqsu](?:\s[^<>\n]*)?>|<!--`,
  'giu',
)

/** HTML in the running text: it is shown as it is. */
export function* checkHtml({ answer }: QuestionFile): Generator<Mistake> {
  for (const { index, 0: found } of answer.prose.matchAll(tag)) {
    if (found.startsWith('</')) continue
    const message = `HTML is shown as text: readers see ${found}. Write it in Markdown, or in backticks if it is meant to be seen.`
    yield { at: answer.toFile(index), rule: 'html', message }
  }
}
