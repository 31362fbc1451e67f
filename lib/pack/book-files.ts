import { xmlDeclaration } from '@/lib/core/xml'
import type { ZipFile } from '@/lib/core/zip-file'

const folderOfBook = 'EPUB'
const packageFile = `${folderOfBook}/package.opf`

const container = `${xmlDeclaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="${packageFile}" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

/** The files of an EPUB, and the two lists of them in its package document: the manifest and the spine (reading order). */
export class BookFiles {
  /** A line for each file, and a file for twenty questions: 1 MB for 100,000. */
  private manifest = ''
  private spine = ''
  private readonly images = new Set<string>()

  constructor(private readonly zip: ZipFile) {}

  /** Adds the files by which a reader recognises an EPUB. */
  async begin() {
    this.zip.addPlain('mimetype', 'application/epub+zip')
    await this.zip.add('META-INF/container.xml', container)
  }

  async add(name: string, text: string, type: string, properties = '') {
    await this.zip.add(`${folderOfBook}/${name}`, text)
    this.list(name, type, properties)
  }

  /** Adds an image unless it has been added before. */
  async addImage(name: string, type: string, file: string) {
    if (this.images.has(name)) return
    this.images.add(name)
    await this.zip.addFile(`${folderOfBook}/${name}`, file)
    this.list(name, type)
  }

  /** Appends a file to the reading order. */
  read(name: string) {
    this.spine += `<itemref idref="${toId(name)}"/>\n`
  }

  /** Adds the package document, which begins with `metadata`. */
  end(metadata: string) {
    const lists = `<manifest>\n${this.manifest}</manifest>\n<spine>\n${this.spine}</spine>\n`
    return this.zip.add(packageFile, `${metadata}${lists}</package>\n`)
  }

  private list(name: string, type: string, properties = '') {
    const more = properties && ` properties="${properties}"`
    this.manifest += `<item id="${toId(name)}" href="${name}" media-type="${type}"${more}/>\n`
  }
}

/** An id begins with a letter and has no slash. */
const toId = (name: string) => `i-${name.replaceAll('/', '.')}`
