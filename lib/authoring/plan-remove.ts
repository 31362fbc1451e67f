import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { applyEdits } from '@/lib/compiler/source/edit-text'
import { readRemoved } from '@/lib/compiler/source/read-removed'
import { readText } from '@/lib/compiler/source/read-text'
import type { FileWrite } from '@/lib/compiler/source/write-files'
import { toYamlText } from '@/lib/compiler/source/write-yaml'
import { type Position, toPosition } from '@/lib/core/finding'
import { goneFile } from '@/lib/core/gone-file'
import { toQuestionPath } from '@/lib/core/routes'
import type { FiledQuestion, prepareAuthoring } from '@/lib/store/read/authoring'
import { openFile } from './file-change'
import { findLinks } from './find-links'

type Remove = {
  question: FiledQuestion
  contentDir: string
  siteUrl: string
  /** The day, YYYY-MM-DD, and the reason, for later readers of the file. */
  date: string
  reason: string | undefined
  library: ReturnType<typeof prepareAuthoring>
}

/** A link to a question that is removed: where it is, by its file's path below the content folder. */
export type DeadLink = Position & { path: string }

/**
 * Everything that changes when a question is removed: its file, and the list of removed addresses, to which its address
 * and its aliases are added. Also returns the links to it in other questions, which only a person can fix. Writes nothing.
 */
export function planRemove({ question, contentDir, siteUrl, date, reason, library }: Remove) {
  const address = toQuestionPath(question.subject, question.slug)
  const own = openFile(contentDir, question.path)
  const { aliases } = own.frontMatter.fields
  const addresses = [address, ...(Array.isArray(aliases) ? aliases.map(String) : [])]
  const removed = toRemovedWrite(contentDir, addresses, date, reason)
  const links = library.listReferrers(address).flatMap(({ path: file }): DeadLink[] => {
    if (file === question.path) return []
    const { text, frontMatter } = openFile(contentDir, file)
    const places = findLinks(text, frontMatter, address, siteUrl)
    return places.map(({ start }) => ({ path: file, ...toPosition(text, start) }))
  })
  const writes: FileWrite[] = [removed, { path: question.path, before: own.bytes, after: undefined }]
  return { writes, addresses, links }
}

const head = `# Addresses of removed questions: the site answers them with “410 Gone”.
# Written by “npm run remove”.
`

function toRemovedWrite(contentDir: string, addresses: string[], date: string, reason: string | undefined): FileWrite {
  const file = path.join(contentDir, goneFile)
  const before = existsSync(file) ? readFileSync(file) : undefined
  const present = before ? readText(before) : ''
  if (typeof present !== 'string') throw new Error(`${goneFile} cannot be read. ${present.message}`)
  const why = reason ? `  reason: ${toYamlText(reason)}\n` : ''
  const lines = addresses.map((address) => `${toYamlText(address)}:\n  date: ${date}\n${why}`).join('')
  const end = present.length
  const added = present === '' || present.endsWith('\n') ? lines : `\n${lines}`
  const after = before ? applyEdits(before, [{ start: end, end, text: added }]) : Buffer.from(head + lines)
  const text = readText(after)
  const finding = typeof text === 'string' ? readRemoved(text).findings[0] : text
  if (finding) throw new Error(`Changing ${goneFile} would make it invalid: ${finding.message}`)
  return { path: goneFile, before, after }
}
