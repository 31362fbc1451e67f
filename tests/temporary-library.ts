import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import { type CompileOptions, compile } from '@/lib/compiler/compile'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { toFindingLine } from '@/lib/core/finding'
import { prepareQueries } from '@/lib/store/read/queries'
import { SqliteLibrary } from '@/lib/store/read/sqlite-library'
import { openStoreToRead } from '@/lib/store/schema/open'

type Fields = Record<string, unknown>

/** A question file in short form; `fields` are added to its front matter as JSON, which is valid YAML. */
export function toQuestionFile(title: string, fields: Fields = {}, body = `The answer to “${title}”.`): string {
  const all = { title, date: '2026-01-15', ...fields }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`
}

export const toRelated = (...urls: string[]) =>
  Object.fromEntries(urls.map((url, index) => [`related_article${index + 1}`, { url }]))

/** A library of its own in a temporary folder, with the real compiler and the real store. */
export class TemporaryLibrary {
  readonly root = mkdtempSync(path.join(tmpdir(), 'library-'))
  readonly contentDir = path.join(this.root, 'content')
  readonly dbFile = path.join(this.root, 'content.db')

  constructor(files: Record<string, string | Buffer> = {}) {
    mkdirSync(path.join(this.contentDir, 'learn'), { recursive: true })
    for (const [file, content] of Object.entries(files)) this.write(file, content)
    after(() => rmSync(this.root, { recursive: true, force: true }))
  }

  /** Writes a file; its path is relative to `content/learn`, or to `content` if it begins with `./`. */
  write(file: string, content: string | Buffer) {
    const target = this.toPath(file)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, content)
  }

  remove(file: string) {
    rmSync(this.toPath(file))
  }

  toPath(file: string) {
    return file.startsWith('./') ? path.join(this.contentDir, file) : path.join(this.contentDir, 'learn', file)
  }

  async compile(options: Partial<CompileOptions> = {}) {
    const report = await compile({
      contentDir: this.contentDir,
      dbFile: this.dbFile,
      schema: await generateSchema(),
      ...options,
    })
    const base = path.relative(process.cwd(), this.contentDir)
    const findings = report.findings.map((finding) => toFindingLine(finding).replace(`${base}/learn/`, ''))
    return { ...report, findings }
  }

  /** The store as pages see it, freshly opened. */
  open() {
    const store = openStoreToRead(this.dbFile)
    return { store, ...prepareQueries(store) }
  }

  /** The library as pages use it, on a store that stays open until the tests end. */
  openLibrary() {
    const store = openStoreToRead(this.dbFile)
    after(() => store.close())
    const opened = { store, queries: prepareQueries(store) }
    return new SqliteLibrary(() => opened)
  }

  /** The rows of a table of the store, ordered by its first two columns. */
  listRows<Row>(table: string): Row[] {
    const { store } = this.open()
    const rows = store.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all() as Row[]
    store.close()
    return rows
  }

  /** Every row of the tables that a compile writes: equal before and after if nothing was published. */
  dump = () =>
    Object.fromEntries(
      writtenTables.map((table) => [table, this.listRows<Record<string, string | number | null>>(table)]),
    )
}

const writtenTables = [
  'meta',
  'file',
  'question',
  'inbound',
  'alias',
  'removed_address',
  'subject',
  'subject_file',
  'subject_name',
  'author_name',
  'list',
  'list_segment',
  'question_heading',
  'abbreviation',
  'word',
  'word_piece',
  'path',
  'topic_question',
  'topic_count',
  'topic',
  'link',
  'sitemap_author',
  'sitemap_file',
]
