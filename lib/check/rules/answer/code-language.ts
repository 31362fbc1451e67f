import { closest, distance } from 'fastest-levenshtein'
import { findLanguage, listLanguageNames } from '@/lib/answer/languages'
import { listFencedCode } from '../../question/fences'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'code-language',
  severity: 'warning',
  expects: 'A program between fences names a language that the site knows, or “text” if it has none.',
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
  `The program names no language. Write one after the fence, such as ${fence}c, or ${fence}text if it has none.`

function toUnknown(fence: string, language: string): string {
  const nearest = closest(language.toLowerCase(), listLanguageNames())
  const hint =
    distance(language.toLowerCase(), nearest) <= 2 ? `Did you mean “${nearest}”?` : `Write ${fence}text if it has none.`
  return `The site does not know the language “${language}”, so the program has no colours. ${hint}`
}
