import { toPlainLine } from '@/lib/answer/title'
import { listSignificantStems } from '@/lib/search/significant-words'
import type { Rule } from '../../rule'

/** How the name of a file that asks something begins. */
const asks =
  /^(?:what|why|how|when|where|who|whom|whose|which|is|are|was|were|can|could|do|does|did|should|will|has|have)-/

export const rule: Rule = {
  name: 'title-slug',
  severity: 'warning',
  expects: 'The name of the file, which becomes the address, says what the title asks.',
  why: 'Readers and search engines see the address. A different question there usually means that a file was copied.',
  wrong: 'content/learn/physics/why-does-iron-rust.md      (title: What is the boiling point of water?)',
  right: 'content/learn/physics/what-is-the-boiling-point-of-water.md',

  *findInQuestion(file) {
    const title = file.getText('title')
    if (!title || !asks.test(file.key.slug) || /[^\p{Script=Latin}\P{L}]/u.test(title)) return
    const asked = listSignificantStems(toPlainLine(title))
    const named = listSignificantStems(file.key.slug.replace(/[-_]/g, ' '))
    const joined = file.key.slug.replace(/[-_]/g, '')
    if (asked.length < 2 || named.length < 2) return
    if (asked.some((stem) => named.includes(stem) || joined.includes(stem))) return
    const message = `The address says ${file.key.slug}, which is a different question from the title. Correct the title, or run npm run rename.`
    yield { at: file.inField('title', 0), message }
  },
}
