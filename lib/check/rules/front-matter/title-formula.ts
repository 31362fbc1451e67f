import { toPlainLine } from '@/lib/answer/title'
import type { Rule } from '../../rule'

/** A formula that can be typed: no command, one sign or number after each _ and ^. */
const simple = /(?<![\\$])\$(?!\s)[^$\\{}]{1,60}(?<!\s)\$(?![$\d])/

export const rule: Rule = {
  name: 'title-formula',
  severity: 'warning',
  expects: 'A formula in a title that can be typed is typed, without the dollar signs of TeX.',
  why: 'Only the page itself draws formulas. Tabs, search results and links to it show the title as text.',
  wrong: 'title: What is $E = mc^2$?',
  right: 'title: What is E = mc²?',

  *findInQuestion(file) {
    for (const field of ['title', 'seo.title']) {
      const title = file.getText(field)
      const open = title ? findOpen(title) : -1
      if (open >= 0) {
        const message = 'A formula begins here with $ and does not end. Type it without TeX, or write $ after it.'
        yield { at: file.inField(field, open), message }
        continue
      }
      const found = title && simple.exec(title)
      if (!found || !/[=^_+]|^\$[A-Za-z]\$$/.test(found[0])) continue
      const plain = toPlainLine(found[0])
      if (plain.includes('$')) continue
      yield {
        at: file.inField(field, found.index),
        message: `Only its page draws the formula ${found[0]}. Write ${plain}.`,
      }
    }
  },
}

/** Where a dollar sign begins a formula that does not end: after it is a command, or a letter with a power or index. */
function findOpen(title: string): number {
  const rest = title.replace(/\$[^$]*\$/g, (formula) => ' '.repeat(formula.length))
  return rest.search(/(?<![\\\w])\$(?=\\[A-Za-z]|[A-Za-z][^$\n]{0,60}?(?:\\[A-Za-z]{2}|\^|_))/)
}
