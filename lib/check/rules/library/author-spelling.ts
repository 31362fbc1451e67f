import { toScalarEdit } from '@/lib/compiler/source/write-yaml'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'author-spelling',
  severity: 'warning',
  fix: 'writes the name as most files have it',
  expects: 'The name of an author is spelled the same in all files.',
  why: 'Each spelling gets a page of its own, with only some of the author’s questions.',
  wrong: 'author: ada lovelace      (in other files: Ada Lovelace)',
  right: 'author: Ada Lovelace',

  *findInLibrary({ facts: { author } }, files) {
    const usual = author && files.getUsualAuthor(author.text)
    if (!author || !usual) return
    const message = `Other files spell this author ${usual}. Write the name the same way.`
    yield { at: author, message, fix: toScalarEdit(author, usual) }
  },
}
