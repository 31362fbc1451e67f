import { findWords } from '@/lib/core/find-words'
import { toStem, toWords } from '@/lib/core/words'

const name = 'found'

/**
 * Here and not with the other styles, because the CSS compiler does not know this selector and warns at every build. Lines
 * of a heading are so close that a background would cover letters of the line above.
 */
const look = `
  ::highlight(${name}) { background: var(--mark); color: var(--ink) }
  h1::highlight(${name}) { background: none; text-decoration: underline 0.1em var(--accent) }
`

/** The parts of a question's page in which words are highlighted. */
const read = 'article h1, article .answer'

/** The pieces that formulas are drawn from are not words. */
const skipped = '.katex, .katex-display, script, style, button'

/**
 * Highlights words, in all their forms, in question and answer. The document is not modified: the browser paints over
 * it (https://drafts.csswg.org/css-highlight-api-1/); first-script.ts checks that it can. `found` are the words that the page
 * contains: a search also lists other forms without knowing whether a text has them.
 */
export function highlightWords(words: readonly string[]): { places: number; found: string[]; clear: () => void } {
  const toStems = (word: string) => toWords(word).map(toStem)
  const stems = new Set(words.flatMap(toStems))
  const found = new Set<string>()
  const ranges = [...document.querySelectorAll(read)].flatMap(listTexts).flatMap((node) =>
    findWords(node.data, stems).map(({ start, end, stem }) => {
      found.add(stem)
      const range = new Range()
      range.setStart(node, start)
      range.setEnd(node, end)
      return range
    }),
  )
  if (!CSS.highlights.has(name)) paint()
  CSS.highlights.set(name, new Highlight(...ranges))
  return {
    places: ranges.length,
    found: words.filter((word) => toStems(word).some((stem) => found.has(stem))),
    clear: () => CSS.highlights.delete(name),
  }
}

function paint() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(look)
  document.adoptedStyleSheets = [sheet]
}

function listTexts(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (!node.parentElement?.closest(skipped)) texts.push(node)
  }
  return texts
}
