import { escapeXml } from '@/lib/core/xml'
import { toLink, toRangeTitle } from './page'
import type { PackEntry, PackPart, SubjectPack } from './subject-pack'

/** Above this many questions the table of contents lists only parts: thousands of lines make readers crawl. */
const maxQuestions = 2_000

/** Above this many parts, the table of contents groups them, this many per group. */
const maxParts = 100
const partsOfGroup = 50

type Entry = { href: string; ends: { title: string }[]; below: Entry[] }

/** The table of contents that readers show: https://www.w3.org/TR/epub-33/#sec-nav */
export function toNavigation(
  pack: Pick<SubjectPack, 'questions' | 'subject'> & { listParts: () => Iterable<PackPart> },
  toPart: (number: number) => string,
  toPage: (question: PackEntry) => string,
): string {
  const toQuestion = (entry: PackEntry): Entry => ({ href: toPage(entry), ends: [{ title: entry.title }], below: [] })
  const parts = Array.from(pack.listParts(), ({ number, entries }): Entry => {
    const below = pack.questions <= maxQuestions ? entries.map(toQuestion) : []
    return { href: toPart(number), ends: toEnds(entries), below }
  })
  const list = toList(parts.length > maxParts ? toGroups(parts) : parts)
  return `<nav epub:type="toc" role="doc-toc">\n<h1>${escapeXml(pack.subject.title)}</h1>\n${list}</nav>`
}

function toGroups(parts: readonly Entry[]): Entry[] {
  const groups: Entry[] = []
  for (let at = 0; at < parts.length; at += partsOfGroup) {
    const below = parts.slice(at, at + partsOfGroup)
    groups.push({ href: below[0]?.href ?? '', ends: toEnds(below.flatMap(({ ends }) => ends)), below })
  }
  return groups
}

const toEnds = (entries: readonly { title: string }[]) =>
  [entries[0], entries.at(-1)].flatMap((entry) => (entry ? [{ title: entry.title }] : []))

function toList(entries: readonly Entry[]): string {
  const items = entries.map(({ href, ends, below }) => {
    const list = below.length > 0 ? `\n${toList(below)}` : ''
    return `<li>${toLink(href, toRangeTitle(ends))}${list}</li>\n`
  })
  return `<ol>\n${items.join('')}</ol>\n`
}
