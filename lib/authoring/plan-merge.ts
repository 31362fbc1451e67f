import { relatedFields } from '@/lib/core/related-fields'
import { toQuestionPath } from '@/lib/core/routes'
import type { FiledQuestion, prepareAuthoring } from '@/lib/store/read/authoring'
import type { Drafts } from './drafts'
import { toListEdit } from './field-edits'
import { findLinks } from './find-links'
import { getField } from './get-field'

type Library = ReturnType<typeof prepareAuthoring>

const toAddress = ({ subject, slug }: FiledQuestion) => toQuestionPath(subject, slug)

/** A copy keeps its page, and names the canonical question. */
export function draftCanonical(drafts: Drafts, copy: FiledQuestion, canonical: FiledQuestion) {
  drafts.set(copy.path, [{ field: 'canonical', value: toAddress(canonical) }])
}

/**
 * Merges a question into another: its file is removed, its addresses redirect to the other one, and links to it are
 * changed. A related link that would point to its own page, or duplicate another one, is removed.
 */
export function draftMerge(
  drafts: Drafts,
  library: Library,
  siteUrl: string,
  merged: FiledQuestion,
  into: FiledQuestion,
) {
  const [from, to] = [toAddress(merged), toAddress(into)]
  const { fields } = drafts.open(merged.path).frontMatter
  for (const { path } of [into, ...library.listReferrers(from)]) {
    if (path === merged.path || drafts.isRemoved(path)) continue
    dropLinks(drafts, path, from, path === into.path ? [from] : [to])
    const file = drafts.open(path)
    const links = findLinks(file.text, file.frontMatter, from, siteUrl)
    drafts.edit(path, [...new Map(links.map(({ start, end }) => [start, { start, end, text: to }])).values()])
  }
  if (getField(drafts.open(into.path).frontMatter.fields, 'canonical') === to)
    drafts.set(into.path, [{ field: 'canonical', value: undefined }])
  const old = [
    ...(fields.no_index === true ? [] : [from]),
    ...(Array.isArray(fields.aliases) ? fields.aliases.map(String) : []),
  ]
  for (const address of old) {
    const { frontMatter } = drafts.open(into.path)
    const present = frontMatter.fields.aliases
    if (Array.isArray(present) && present.includes(address)) continue
    drafts.edit(into.path, [toListEdit(frontMatter, 'aliases', address, 'url')])
  }
  drafts.remove(merged.path)
}

/** Removes the related links to `from` if there is already one to any of `others`. */
function dropLinks(drafts: Drafts, path: string, from: string, others: readonly string[]) {
  const { fields } = drafts.open(path).frontMatter
  const named = relatedFields.map((field) => [field, getField(fields, `${field}.url`)] as const)
  if (!named.some(([, url]) => others.includes(String(url)))) return
  const redundant = named.filter(([, url]) => url === from).map(([field]) => ({ field, value: undefined }))
  drafts.set(path, redundant)
}
