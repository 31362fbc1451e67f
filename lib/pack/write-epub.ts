import { toInstant } from '@/lib/core/dates'
import { toQuestionPath, toSubjectPath } from '@/lib/core/routes'
import { toHeading } from '@/lib/core/shown-fields'
import { site, toAbsoluteUrl } from '@/lib/core/site'
import { escapeXml, xmlDeclaration } from '@/lib/core/xml'
import { writeZipFile } from '@/lib/core/zip-file'
import type { PackPlace } from '@/lib/store/read/packs'
import { BookFiles } from './book-files'
import { toNavigation } from './book-navigation'
import { Chapters } from './chapters'
import { toLink, toLinkList, toRangeTitle, toXhtmlPage } from './page'
import { type PackForm, renderQuestion } from './render-question'
import type { PackPart, PackQuestion, SubjectPack } from './subject-pack'
import { packStyle } from './write-pages'

/** The image types that every EPUB 3 reader supports: https://www.w3.org/TR/epub-33/#sec-core-media-types */
const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml']

const xhtml = 'application/xhtml+xml'
const style = 'style.css'
const navigation = 'nav.xhtml'

/** Writes a pack as a book: EPUB 3, with formulas in MathML. */
export const writeEpub = (
  pack: SubjectPack,
  { file, publicDir }: { file: string; publicDir: string },
  onPage: () => void,
) =>
  writeZipFile(file, async (zip) => {
    const files = new BookFiles(zip)
    await files.begin()
    await addPages(pack, files, publicDir, onPage)
    await files.end(toMetadata(pack))
  })

async function addPages(pack: SubjectPack, files: BookFiles, publicDir: string, onPage: () => void) {
  const chapters = new Chapters(pack)
  const toPage = (place: PackPlace) => `${toChapterName(chapters.find(place))}#${toAnchor(place)}`
  const form: PackForm = { formulas: 'mathml', publicDir, images: 'images/', toPage, imageTypes }
  await files.add(style, packStyle(), 'text/css')
  await files.add(navigation, toPageText(pack.subject.title, toNavigation(pack, toPartName, toPage)), xhtml, 'nav')
  for (const part of pack.listParts()) await files.add(toPartName(part.number), toContents(pack, part, toPage), xhtml)
  let part = 0
  for (const chapter of chapters.list()) {
    if (chapter.part !== part) files.read(toPartName(chapter.part))
    part = chapter.part
    const sections: string[] = []
    for (const [index, question] of chapter.questions.entries()) {
      const { html, images } = await renderQuestion(pack, question.card, { ...form, prefix: `a${index + 1}-` })
      for (const { name, type, file } of images) await files.addImage(`images/${name}`, type, file)
      sections.push(toSection(pack, question, html, toPage))
      onPage()
    }
    const name = toChapterName(chapter.number)
    const text = toPageText(toRangeTitle(chapter.questions), sections.join('\n'))
    await files.add(name, text, xhtml, text.includes('<math') ? 'mathml' : '')
    files.read(name)
  }
}

const toPageText = (title: string, body: string) => toXhtmlPage({ title, body, up: '', styles: [style] })

const toAnchor = ({ slug }: PackPlace) => `q-${slug}`
const toChapterName = (number: number) => `questions-${number}.xhtml`
const toPartName = (number: number) => `contents-${number}.xhtml`

/** The modification time is the day of the last change, so the same content gives the same book. */
function toMetadata({ subject, modified }: SubjectPack): string {
  const url = toAbsoluteUrl(toSubjectPath(subject.slug))
  const description = subject.description && `<dc:description>${escapeXml(subject.description)}</dc:description>\n`
  return `${xmlDeclaration}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${site.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeXml(url)}</dc:identifier>
<dc:title>${escapeXml(subject.title)}</dc:title>
<dc:language>${site.language}</dc:language>
<dc:publisher>${escapeXml(site.name)}</dc:publisher>
${description ?? ''}<dc:source>${escapeXml(url)}</dc:source>
<meta property="dcterms:modified">${toInstant(modified)}</meta>
</metadata>
`
}

type ToPage = (question: PackPlace) => string

function toContents({ subject, parts }: SubjectPack, part: PackPart, toPage: ToPage): string {
  const heading = parts > 1 ? `${subject.title}, part ${part.number}` : subject.title
  const links = part.entries.map((entry) => ({ href: toPage(entry), title: entry.title }))
  const body = `<h1>${escapeXml(heading)}</h1>\n${toLinkList('', links)}`
  return toPageText(heading, body)
}

function toSection(pack: SubjectPack, question: PackQuestion, html: string, toPage: ToPage): string {
  const { card } = question
  const related = pack.listRelated(card).map((entry) => ({ href: toPage(entry), title: entry.title }))
  return `<section id="${toAnchor(question)}">
<h1>${escapeXml(toHeading(card))}</h1>
${html}
${toLinkList('Read next', related)}
<p class="around">This question on ${toLink(toAbsoluteUrl(toQuestionPath(card.subject, card.slug)), site.name)}</p>
</section>`
}
