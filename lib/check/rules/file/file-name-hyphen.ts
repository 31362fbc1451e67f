import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'file-name-hyphen',
  severity: 'warning',
  expects: 'The words of a file’s name are joined by hyphens, not by underscores.',
  why: 'Search engines read words joined by underscores as one word.',
  wrong: 'content/learn/physics/what_is_heat.md',
  right: 'content/learn/physics/what-is-heat.md',

  *findInQuestion({ key }) {
    if (!key.slug.includes('_')) return
    const message = `The name of the file becomes the address, where words are joined by hyphens. Rename it with npm run rename, to ${key.slug.replace(/_+/g, '-')}.`
    yield { at: { line: 1, column: 1 }, message }
  },
}
