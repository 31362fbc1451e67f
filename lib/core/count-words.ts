/** Scripts that write words without spaces between them. */
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/gu
const hasUnspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Punctuation of such text, including full-width forms: not words. */
const marks = /[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65·—…“”‘’]/g

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * How many words a text has: runs between spaces; in scripts without spaces (Chinese, Japanese, Thai …) the words that
 * `Intl.Segmenter` finds.
 */
export function countWords(text: string): number {
  if (!hasUnspaced.test(text)) return countSpaced(text)
  let count = 0
  const rest = text.replace(unspaced, (run) => {
    for (const { isWordLike } of segmenter.segment(run)) if (isWordLike) count += 1
    return ' '
  })
  return count + countSpaced(rest.replace(marks, ' '))
}

const countSpaced = (text: string) => text.match(/\S+/g)?.length ?? 0
