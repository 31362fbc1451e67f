import { appendFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { toQuestionPath, toSubjectPath } from '@/lib/core/routes'
import { toHeading } from '@/lib/core/shown-fields'
import { site, toAbsoluteUrl } from '@/lib/core/site'
import { Spool } from '@/lib/core/spool'
import { escapeXml, xmlDeclaration } from '@/lib/core/xml'
import { writeZipFile, type ZipFile } from '@/lib/core/zip-file'
import type { PackPlace } from '@/lib/store/read/packs'
import { toNavigation } from './book-navigation'
import { Chapters } from './chapters'
import { toLink, toLinkList, toRangeTitle, toXhtmlPage } from './page'
import { type PackForm, renderQuestion } from './render-question'
import type { PackPart, PackQuestion, SubjectPack } from './subject-pack'
import { packStyle } from './write-pages'

/** What every reader of EPUB 3 shows: https://www.w3.org/TR/epub-33/#sec-core-media-types, without the later ones. */
const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml']

const styles = ['style.css']

const container = `${xmlDeclaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

/** Writes a pack as a book: EPUB 3 with formulas in MathML. `folder` is for what is written meanwhile. */
export const writeEpub = (
  pack: SubjectPack,
  { file, folder, publicDir }: { file: string; folder: string; publicDir: string },
  onPage: () => void,
) => writeZipFile(file, (zip) => addBook(zip, pack, { folder, publicDir }, onPage))

async function addBook(
  zip: ZipFile,
  pack: SubjectPack,
  { folder, publicDir }: { folder: string; publicDir: string },
  onPage: () => void,
) {
  const chapters = new Chapters(pack)
  const toPage = (place: PackPlace) => `${toChapterName(chapters.find(place))}#${toAnchor(place)}`
  const form: PackForm = { formulas: 'mathml', publicDir, images: 'images/', toPage, imageTypes }
  const manifest = new Spool(path.join(folder, 'manifest'))
  const spine = new Spool(path.join(folder, 'spine'))
  const add = (name: string, text: string, properties = '') => {
    zip.add(`EPUB/${name}`, text)
    manifest.add(toItem(name, 'application/xhtml+xml', properties))
  }
  zip.addPlain('mimetype', 'application/epub+zip')
  zip.add('META-INF/container.xml', container)
  zip.add('EPUB/style.css', packStyle())
  manifest.add(toItem('style.css', 'text/css'))
  const navigation = toNavigation(pack, toPartName, toPage)
  add('nav.xhtml', toXhtmlPage({ title: pack.subject.title, body: navigation, up: '', styles }), 'nav')
  for (const part of pack.listParts()) add(toPartName(part.number), toContents(pack, part, toPage))
  const images = new Set<string>()
  let part = 0
  for (const chapter of chapters.list()) {
    if (chapter.part !== part) spine.add(toReference(toPartName(chapter.part)))
    part = chapter.part
    const sections: string[] = []
    for (const [index, question] of chapter.questions.entries()) {
      const answer = await renderQuestion(pack, question.card, { ...form, prefix: `a${index + 1}-` })
      for (const { name, type, file: image } of answer.images) {
        if (images.has(name)) continue
        images.add(name)
        await zip.addFile(`EPUB/images/${name}`, image)
        manifest.add(toItem(`images/${name}`, type))
      }
      sections.push(toSection(pack, question, answer.html, toPage))
      onPage()
    }
    const body = sections.join('\n')
    const name = toChapterName(chapter.number)
    const title = toRangeTitle(chapter.questions)
    add(name, toXhtmlPage({ title, body, up: '', styles }), body.includes('<math') ? 'mathml' : '')
    spine.add(toReference(name))
  }
  const opf = path.join(folder, 'package.opf')
  writeFileSync(opf, toMetadata(pack))
  for (const [name, list] of Object.entries({ manifest, spine })) {
    appendFileSync(opf, `<${name}>\n`)
    for (const piece of list.read()) appendFileSync(opf, piece)
    appendFileSync(opf, `</${name}>\n`)
    list.close()
  }
  appendFileSync(opf, '</package>\n')
  await zip.addFile('EPUB/package.opf', opf)
}

const toAnchor = ({ slug }: PackPlace) => `q-${slug}`
const toChapterName = (number: number) => `questions-${number}.xhtml`
const toPartName = (number: number) => `contents-${number}.xhtml`

/** An id begins with a letter, and has no slash. */
const toId = (name: string) => `i-${name.replaceAll('/', '.')}`

const toItem = (name: string, type: string, properties = '') =>
  `<item id="${toId(name)}" href="${name}" media-type="${type}"${properties && ` properties="${properties}"`}/>\n`

const toReference = (name: string) => `<itemref idref="${toId(name)}"/>\n`

/** The day of the last change stands for the time: the same content is the same book. */
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
<meta property="dcterms:modified">${modified}T00:00:00Z</meta>
</metadata>
`
}

type ToPage = (question: PackPlace) => string

function toContents({ subject, parts }: SubjectPack, part: PackPart, toPage: ToPage): string {
  const heading = parts > 1 ? `${subject.title}, part ${part.number}` : subject.title
  const links = part.entries.map((entry) => ({ href: toPage(entry), title: entry.title }))
  const body = `<h1>${escapeXml(heading)}</h1>\n${toLinkList('', links)}`
  return toXhtmlPage({ title: heading, body, up: '', styles })
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
