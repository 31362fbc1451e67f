import { matchIfContains } from '../text/match-if-contains'
import type { AnswerText } from './answer-text'

/** `[[target|words]]` or `![[embed]]` as written, and its offset in the Markdown. */
export type WikiLink = { written: string; index: number }

/** Not an array (`[[1, 2]]`, `x[[1]]`) or a shell's test (`[[ -f a ]]`): a name begins with a letter or digit. */
const wikiLink =
  /(?<![\p{L}\p{N}\\[])!?\[\[(?=[\p{L}\p{N}][^[\]\n]{0,200}\]\])(?=[^\]]*\p{L})[^[\],;]{1,200}\]\](?![\](])/gu

/** The links of wikis and of Obsidian in an answer. */
export const listWikiLinks = (answer: AnswerText): WikiLink[] =>
  Array.from(matchIfContains(answer.prose, ['[['], wikiLink), ({ index, 0: written }) => ({ written, index })).filter(
    ({ written }) => !/^\[\[_?toc_?\]\]$/i.test(written),
  )

/** The parts of a wiki link: what it names, a heading in that, and its words. */
export function readWikiLink(written: string): { target: string; anchor: string; words: string | undefined } {
  const [address = '', words] = written.replace(/^!?\[\[|\]\]$/g, '').split(/\\?\|/)
  const [target = '', anchor = ''] = address.split('#')
  return { target: target.trim(), anchor, words: words?.trim() || undefined }
}
