import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'footnote-unused',
  severity: 'warning',
  expects: 'Every footnote is referred to, and no two have the same name.',
  why: 'A footnote that nothing refers to, or the second of two with one name, is not shown.',
  wrong: 'Heat flows.\n\n[^1]: Clausius, 1850.',
  right: 'Heat flows.[^1]\n\n[^1]: Clausius, 1850.',

  *findInQuestion({ answer }) {
    const used = new Set(answer.list('footnoteReference').map(({ identifier }) => identifier))
    const defined = new Set<string>()
    for (const note of answer.list('footnoteDefinition')) {
      const { identifier, label } = note
      const name = `[^${label ?? identifier}]`
      if (!used.has(identifier)) {
        const message = `Nothing refers to the footnote ${name}, so readers never see it. Write ${name} where it belongs, or remove it.`
        yield { at: answer.startOf(note), message }
      } else if (defined.has(identifier)) {
        const message = `There is a footnote ${name} above, so readers never see this one. Give it another name, and refer to that.`
        yield { at: answer.startOf(note), message }
      }
      defined.add(identifier)
    }
  },
}
