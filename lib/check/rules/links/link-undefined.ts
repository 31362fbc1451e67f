import type { Rule } from '../../rule'

/** Words and a name; not an array index, and not a list of numbers. */
const reference = /(?<![\\\p{L}\p{N}\])}!])!?\[[^[\]\n]{0,100}\p{L}{3}[^[\]\n]{0,100}\]\[([^[\]\n]{0,80})\]/gu

export const rule: Rule = {
  name: 'link-undefined',
  severity: 'error',
  expects: 'A link that names its address, [words][name], has a line “[name]: https://…” in the answer.',
  why: 'Otherwise readers see the brackets.',
  wrong: 'See [the theory of heat][heat].',
  right: 'See [the theory of heat][heat].\n\n[heat]: https://example.org/heat',

  *findInQuestion({ answer }) {
    for (const { index, 0: found, 1: name } of answer.prose.matchAll(reference)) {
      const label = name || found.slice(1, -3)
      const message = `Nothing says where this link leads. Write [words](address), or a line “[${label}]: address” at the end.`
      yield { at: answer.toFile(index), message }
    }
  },
}
