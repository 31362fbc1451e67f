import { closest, distance } from 'fastest-levenshtein'
import { findLanguage, listLanguageNames } from '@/lib/answer/languages'
import { listFencedCode } from '../../question/fences'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'code-language',
  severity: 'warning',
  expects: 'A program between fences names its language, one that the site knows; “text” if it has none.',
  why: 'The language colours the program and is shown above it.',
  wrong: '```\nreturn 0;\n```',
  right: '```c\nreturn 0;\n```',

  *findInQuestion({ answer }) {
    for (const { fence, at, language, isClosed } of listFencedCode(answer)) {
      if (!isClosed || (language !== '' && findLanguage(language))) continue
      const message = language === '' ? toMissing(fence) : toUnknown(fence, language)
      yield { at, message }
    }
  },
}

const toMissing = (fence: string) =>
  `The program names no language. Write it behind the fence, such as ${fence}c, or ${fence}text for none.`

function toUnknown(fence: string, language: string): string {
  const nearest = closest(language.toLowerCase(), listLanguageNames())
  const hint =
    distance(language.toLowerCase(), nearest) <= 2 ? `Did you mean “${nearest}”?` : `Write ${fence}text for none.`
  return `The site knows no language “${language}”, so the program has no colours. ${hint}`
}
