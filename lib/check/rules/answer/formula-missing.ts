import { toFormulaText } from '@/lib/answer/plain/formula-text'
import { listLostFormulas } from '../../question/lost-brackets'
import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'
import { hasOneOf } from '../../text/match-if-contains'
import { isMentioned, texTopic, toCodeRemedy } from '../../text/mentioned'

const greek = `alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau
  upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega`
const others = `frac dfrac tfrac sqrt sum prod int oint iint lim infty partial nabla times cdot cdots ldots pm mp div leq
  geq neq approx equiv propto sim to rightarrow leftarrow Rightarrow Leftrightarrow rightleftharpoons mapsto cup cap subset
  subseteq forall exists notin mathbb mathbf mathrm mathcal vec hat bar overline overrightarrow left right binom degree
  circ angle perp parallel hbar ell langle rangle text boxed operatorname quad displaystyle textstyle`
const toNames = (words: string) => words.split(/\s+/).join('|')

const command = new RegExp(
  String.raw`(?<![\\\p{L}\p{N}:./])\\(?:(${toNames(greek)})|(?:${toNames(others)}))(?![\p{L}\\/])`,
  'gu',
)

/** A subscript or superscript in braces, which only TeX has. */
const script = /(?<![\p{L}\p{N}_/.:^$\\])(?:\p{L}{1,2}|\p{N}{1,4}|[)\]])[\^_]\{[\p{L}\p{N}+−,-]{1,12}\}/gu

export const rule: Rule = {
  name: 'formula-missing',
  severity: 'error',
  fix: 'puts a single Greek letter between $ and $, unless the text may be about its command',
  expects: 'TeX is between $ and $; a command that the text is about is in code.',
  why: 'Outside a formula it is text: readers see the backslashes.',
  wrong: 'The angle is \\theta.',
  right: 'The angle is $\\theta$.',

  *findInQuestion(file) {
    const { answer } = file
    if (!hasOneOf(answer.prose, ['\\', '_{', '^{'])) return
    const lost = listLostFormulas(answer)
    const isTopic = texTopic.test(file.text)
    for (const { text, start } of answer.blocks) {
      // A formula that is not closed, or whose marks are doubled, is reported by another rule.
      if (!hasOneOf(text, ['\\', '_{', '^{']) || /\$|\\[([]|\\begin/.test(text)) continue
      // If there are commands, they locate the formula.
      const scripts = text.includes('\\') ? [] : text.matchAll(script)
      for (const { index, 0: found } of scripts) {
        if (lost.some((formula) => formula.start <= start + index && start + index < formula.end)) continue
        const message = `Readers see the source of ${found}. Put the formula between $ and $.`
        yield { at: answer.toFile(start + index), message }
      }
      for (const { index, 0: found, 1: letter } of text.matchAll(command)) {
        const at = start + index
        if (lost.some((formula) => formula.start <= at && at < formula.end)) continue
        const end = at + found.length
        const around = `${answer.markdown[at - 1] ?? ' '}${answer.markdown[end] ?? ' '}`
        const isAlone = letter !== undefined && /^[\s(][\s.,;:)]$/.test(around)
        const isMention = isTopic || isMentioned(answer.markdown, { start: at, end }, [toFormulaText(found)])
        const fix = isAlone && !isMention ? toAllEdits([toPlainEdit(file, at, end, `$${found}$`)]) : undefined
        yield {
          at: answer.toFile(at),
          message: `Readers see the source of ${found}. Put the formula between $ and $.${isMention ? toCodeRemedy(found) : ''}`,
          fix,
        }
      }
    }
  },
}
