/** A line of a paragraph; `item` is what it begins with if it looks like an item of a list. Offsets are in the paragraph. */
export type BulletLine = { start: number; indent: number; item: Item | undefined; isIndented: boolean }

/**
 * What is before the words of an item: a bullet, which only shows that one begins, a number, a sign that says something
 * about it, or a dash, which may begin a line of dialogue.
 */
export type Item = { kind: 'bullet' | 'number' | 'sign' | 'dash'; written: string; mark: string }

/** Bullets of word processors, which only show that an item begins; those from U+F0A7 are of the font Wingdings. */
const bullets = '•・◦▪▫‣⁃●○■□◆◇❖❑❒➢➤►\\uF0A7\\uF0B7\\uF0D8\\uF0FC'
/** Signs that may say something about an item; the emoji and circled ones below need a space after them. */
const signs = '✓✔✗✘☐☑☒★☆'
const emoji = '✅❌❎➕➖👍👎→⇒➔➜'
const circled = '\\u2460-\\u24FF\\u2776-\\u2793'

/** A mark at the beginning of an item, with a tab after it. */
export const bulletAndTab = new RegExp(`^[${bullets}${signs}${emoji}${circled}·–—]\\uFE0F?[ \\u00A0]*\\t`, 'u')

const gap = '[ \\t\\u00A0\\u2002-\\u200A\\u202F]'
const hardGap = `[\\u00A0\\u2002-\\u200A\\u202F]+${gap}*`

const kinds: [Item['kind'], RegExp][] = [
  // Word writes some of its bullets as letters of that font.
  ['bullet', new RegExp(`^(?:[${bullets}]${gap}*|·${gap}+|[o§Øü](?:\\t| {2,})[ \\t]*|[-*+]${hardGap})`)],
  ['number', new RegExp(`^\\d{1,2}[.)]${hardGap}`)],
  ['dash', new RegExp(`^[–—]${gap}+`)],
  ['sign', new RegExp(`^(?:[${signs}]\\uFE0F?${gap}*|(?:[${emoji}]\\uFE0F?|[${circled}])${gap}+)`, 'u')],
]

/** Hollow and filled bullets: a list that has both uses them to tell its items apart. */
const filled = [/[○◦◇□▫]/, /[●•◆■▪]/]

/** The lines of a paragraph, and which of them look like items. */
export function readBulletLines(text: string): BulletLine[] {
  let at = 0
  const lines = text.split('\n').map((line): BulletLine => {
    const indent = /^[ \t>]*/.exec(line)?.[0].length ?? 0
    const start = at + indent
    at += line.length + 1
    return { start, indent, item: readItem(line.slice(indent)), isIndented: /[ \t]{2}$/.test(line.slice(0, indent)) }
  })
  return toldApart(lines) ? lines.map(asSign) : lines
}

function readItem(line: string): Item | undefined {
  for (const [kind, pattern] of kinds) {
    const written = pattern.exec(line)?.[0]
    if (written && /^[^\s•]/.test(line.slice(written.length))) return { kind, written, mark: written.trim() }
  }
  return undefined
}

/** Whether lines with one indent begin with both kinds, such as right and wrong answers to a question. */
function toldApart(lines: readonly BulletLine[]): boolean {
  const bullets = lines.filter(({ item }) => item?.kind === 'bullet')
  const [hollow = [], full = []] = filled.map((kind) => bullets.filter(({ item }) => kind.test(item?.mark ?? '')))
  return hollow.some(({ indent }) => full.some((other) => other.indent === indent))
}

const asSign = (line: BulletLine): BulletLine =>
  line.item?.kind === 'bullet' ? { ...line, item: { ...line.item, kind: 'sign' } } : line
