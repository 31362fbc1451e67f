import { isCommandInText } from '@/lib/answer/tex-commands'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'literal-break',
  severity: 'error',
  fix: 'makes it a line break',
  expects: 'Line breaks below the front matter are real, not the two characters \\n.',
  why: 'Only in the field “answer” do they mean a line break; in the body readers see them.',
  wrong: 'First paragraph.\\n\\nSecond paragraph.',
  right: 'First paragraph.\n\nSecond paragraph.',

  *findInQuestion({ answer, text, frontMatter }) {
    if (answer.source.breaks === 'literal') return
    const { prose } = answer
    for (const { index, 0: found } of prose.matchAll(/(?<!\\)(?:\\n)+/g)) {
      const wordBefore = /\S*$/.exec(prose.slice(Math.max(0, index - 200), index))?.[0] ?? ''
      // A Windows path (C:\new), or a TeX command without delimiters.
      if (/^[A-Za-z]:|\\/.test(wordBefore) || isCommandInText(prose, index + found.length - 2)) continue
      const start = answer.toFile(index)
      const message =
        'The two characters \\n are shown as they are: only the field “answer” decodes them. Make a line break.'
      const isInBody = start >= frontMatter.bodyStart && text.startsWith(found, start)
      const fix = [{ start, end: start + found.length, text: found.replaceAll('\\n', '\n') }]
      yield { at: start, message, fix: isInBody ? fix : undefined }
    }
  },
}
