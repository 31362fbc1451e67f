import type { SchemaDef } from '@/lib/compiler/schema/schema'
import type { FrontMatter } from '@/lib/compiler/source/front-matter'
import type { Edit } from '@/lib/core/finding'
import { toQuestionPath } from '@/lib/core/routes'
import type { QuestionKey } from '@/lib/core/types'
import type { FiledQuestion, prepareAuthoring } from '@/lib/store/read/authoring'
import { toFieldEdit, toListEdit } from './field-edits'
import { type FileChange, type OpenFile, openFile, toFileChange } from './file-change'
import { findLinks } from './find-links'

type Rename = {
  from: FiledQuestion
  to: QuestionKey & { path: string }
  contentDir: string
  siteUrl: string
  schema: SchemaDef
  library: ReturnType<typeof prepareAuthoring>
}

/**
 * Everything that changes when a question gets another address: its own file, which moves and keeps the old address as
 * an alias unless it is hidden from search engines, and the links of others. Writes nothing.
 */
export function planRename(rename: Rename): { moved: FileChange; referrers: FileChange[]; keepsOldAddress: boolean } {
  const { from, to, contentDir, schema, library } = rename
  const addresses = { old: toQuestionPath(from.subject, from.slug), new: toQuestionPath(to.subject, to.slug) }
  const subjectTitle = from.subject === to.subject ? undefined : (library.getSubjectTitle(to.subject) ?? to.subject)
  const toLinkEdits = (file: OpenFile) => listLinkEdits(file, addresses, subjectTitle, rename.siteUrl)

  const own = openFile(contentDir, from.path)
  const edits = [...listOwnEdits(own.frontMatter, from, to, addresses, subjectTitle), ...toLinkEdits(own)]
  const referrers = library.listReferrers(addresses.old).flatMap(({ path }) => {
    if (path === from.path) return []
    const file = openFile(contentDir, path)
    const changed = toLinkEdits(file)
    return changed.length > 0 ? [toFileChange(file, changed, schema)] : []
  })
  const keepsOldAddress = own.frontMatter.fields.no_index !== true
  return { moved: toFileChange(own, edits, schema, to.path), referrers, keepsOldAddress }
}

type Addresses = { old: string; new: string }

function listOwnEdits(
  frontMatter: FrontMatter,
  from: QuestionKey,
  to: QuestionKey,
  addresses: Addresses,
  subjectTitle: string | undefined,
): Edit[] {
  const { fields } = frontMatter
  const has = (field: string) => typeof fields[field] === 'string' && fields[field] !== ''
  return [
    ...(has('url') ? toFieldEdit(frontMatter, 'url', addresses.new) : []),
    ...(has('file_name') && from.slug !== to.slug ? toFieldEdit(frontMatter, 'file_name', `${to.slug}.md`) : []),
    ...(has('subject') && subjectTitle ? toFieldEdit(frontMatter, 'subject', subjectTitle) : []),
    ...listAliasEdits(frontMatter, addresses),
  ]
}

/** The old address is kept; if the question returns to an address that it had before, the two are swapped. */
function listAliasEdits(frontMatter: FrontMatter, addresses: Addresses): Edit[] {
  const { fields } = frontMatter
  const aliases: unknown[] = Array.isArray(fields.aliases) ? fields.aliases : []
  const returned = aliases.indexOf(addresses.new)
  if (returned !== -1) return toFieldEdit(frontMatter, `aliases.${returned}`, addresses.old)
  // Search engines should drop a question that is hidden from them, not follow it.
  return fields.no_index === true ? [] : [toListEdit(frontMatter, 'aliases', addresses.old, 'url')]
}

/** The edits to a file's links to the question; if it moved to another subject, also to the subject's name next to them. */
function listLinkEdits(
  { text, frontMatter }: OpenFile,
  addresses: Addresses,
  subjectTitle: string | undefined,
  siteUrl: string,
): Edit[] {
  return findLinks(text, frontMatter, addresses.old, siteUrl).flatMap(({ field, start, end }) => {
    const related = field?.endsWith('.url') ? field.replace('.url', '.subject') : undefined
    return [
      { start, end, text: addresses.new },
      ...(related && subjectTitle ? toFieldEdit(frontMatter, related, subjectTitle) : []),
    ]
  })
}
