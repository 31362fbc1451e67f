import type { Match } from '@/lib/core/finding'
import { listExceptions, type Reference } from '../../question/cross-file-facts'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'exception',
  severity: 'warning',
  expects: '“check_off” names rules that the file really breaks.',
  why: 'An exception that is not needed would hide the next mistake.',
  wrong: 'check_off: [double-words]',
  right: 'check_off: [double-word]',

  *findInQuestion(file, rules) {
    for (const [index, name] of listExceptions(file).entries()) {
      const known = rules.get(name)
      const mistake = known ? known.blocks && 'cannot be switched off' : 'is not a rule; docs/rules.md lists them'
      if (!mistake) continue
      yield {
        at: file.startOf(`check_off.${index}`),
        message: `“check_off” names ${name}, which ${mistake}. Remove it.`,
      }
    }
  },
}

/** An exception for a rule that the file does not break. */
export const toUnusedException = ({ text, line, column }: Reference): Match => ({
  at: { line, column },
  message: `“check_off” names ${text}, but the file does not break that rule. Remove it.`,
})
