import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { toQuestionPath, toSubjectPath } from '@/lib/core/routes'
import { toHeading } from '@/lib/core/shown-fields'
import { site, toAbsoluteUrl } from '@/lib/core/site'
import { escapeXml, xmlDeclaration } from '@/lib/core/xml'
import { ZipFile } from '@/lib/core/zip-file'
import { toLink, toLinkList, toPartTitle, toXhtmlPage } from './page'
import { type PackForm, renderQuestion } from './render-question'
import type { PackPart, PackQuestion, SubjectPack } from './subject-pack'
import { packStyle } from './write-pages'

/** Above so many questions the table of contents of a reader lists parts alone: thousands of lines make it crawl. */
const mostListed = 2_000

/** What every reader of EPUB 3 shows: https://www.w3.org/TR/epub-33/#sec-core-media-types, without the later ones. */
const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml']

const container = `${xmlDeclaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

/** Writes a pack as a book: EPUB 3 with formulas in MathML. `folder` is for what is written meanwhile. */
export async function writeEpub(
  pack: SubjectPack,
  { file, folder, publicDir }: { file: string; folder: string; publicDir: string },
  onPage: () => void,
) {
  const form: PackForm = { formulas: 'mathml', publicDir, images: 'images/', toPage: toPageName, imageTypes }
  const zip = new ZipFile(file)
  const manifest = new ItemList(path.join(folder, 'manifest'))
  const spine = new ItemList(path.join(folder, 'spine'))
  const add = async (name: string, text: string, properties = '') => {
    await zip.add(`EPUB/${name}`, text)
    manifest.add(toItem(name, 'application/xhtml+xml', properties))
  }
  await zip.addPlain('mimetype', 'application/epub+zip')
  await zip.add('META-INF/container.xml', container)
  await zip.add('EPUB/style.css', packStyle())
  manifest.add(toItem('style.css', 'text/css'))
  await add('nav.xhtml', toNavigation(pack), 'nav')
  for (const part of pack.listParts()) await add(toPartName(part.number), toContents(pack, part))
  const images = new Set<string>()
  let part = 0
  for (const question of pack.listQuestions()) {
    if (question.part !== part) spine.add(toReference(toPartName(question.part)))
    part = question.part
    const answer = await renderQuestion(pack, question.card, form)
    for (const { name, type, file: image } of answer.images) {
      if (images.has(name)) continue
      images.add(name)
      await zip.addFile(`EPUB/images/${name}`, image)
      manifest.add(toItem(`images/${name}`, type))
    }
    const name = toPageName(question.slug)
    await add(name, toQuestionPage(pack, question, answer.html), answer.html.includes('<math') ? 'mathml' : '')
    spine.add(toReference(name))
    onPage()
  }
  const opf = path.join(folder, 'package.opf')
  writeFileSync(opf, toMetadata(pack))
  for (const [name, list] of [
    ['manifest', manifest],
    ['spine', spine],
  ] as const) {
    appendFileSync(opf, `<${name}>\n`)
    appendFileSync(opf, list.read())
    appendFileSync(opf, `</${name}>\n`)
  }
  appendFileSync(opf, '</package>\n')
  await zip.addFile('EPUB/package.opf', opf)
  await zip.close()
}

/** Lines that are kept on the disk until all are known. */
class ItemList {
  private waiting = ''

  constructor(private readonly file: string) {
    writeFileSync(file, '')
  }

  add(line: string) {
    this.waiting += line
    if (this.waiting.length > 65_536) this.flush()
  }

  read(): Buffer {
    this.flush()
    return readFileSync(this.file)
  }

  private flush() {
    appendFileSync(this.file, this.waiting)
    this.waiting = ''
  }
}

/** Names of questions may be any, those of other files: they have a folder of their own without one. */
const toPageName = (slug: string) => `q-${slug}.xhtml`
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

function toNavigation(pack: SubjectPack): string {
  const withQuestions = pack.questions <= mostListed
  const items: string[] = []
  for (const part of pack.listParts()) {
    const questions = part.entries.map(({ slug, title }) => `<li>${toLink(toPageName(slug), title)}</li>\n`)
    const nested = withQuestions ? `\n<ol>\n${questions.join('')}</ol>\n` : ''
    items.push(`<li>${toLink(toPartName(part.number), toPartTitle(part))}${nested}</li>\n`)
  }
  const body = `<nav epub:type="toc" role="doc-toc">\n<h1>${escapeXml(pack.subject.title)}</h1>\n<ol>\n${items.join('')}</ol>\n</nav>`
  return toXhtmlPage({ title: pack.subject.title, body, up: '', styles: ['style.css'] })
}

function toContents({ subject, parts }: SubjectPack, part: PackPart): string {
  const heading = parts > 1 ? `${subject.title}, part ${part.number}` : subject.title
  const links = part.entries.map(({ slug, title }) => ({ href: toPageName(slug), title }))
  const body = `<h1>${escapeXml(heading)}</h1>\n${toLinkList('', links)}`
  return toXhtmlPage({ title: heading, body, up: '', styles: ['style.css'] })
}

function toQuestionPage(pack: SubjectPack, { card }: PackQuestion, html: string): string {
  const related = pack.listRelated(card).map(({ slug, title }) => ({ href: toPageName(slug), title }))
  const heading = toHeading(card)
  const body = `<h1>${escapeXml(heading)}</h1>
${html}
${toLinkList('Read next', related)}
<p class="around">This question on ${toLink(toAbsoluteUrl(toQuestionPath(card.subject, card.slug)), site.name)}</p>`
  return toXhtmlPage({ title: heading, body, up: '', styles: ['style.css'] })
}
