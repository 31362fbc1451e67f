import { createHash } from 'node:crypto'
import path from 'node:path'
import type { CheckOptions } from '@/lib/check/check-library'
import { readLibrarySettings } from '@/lib/check/library-settings'
import { toToday } from '@/lib/check/today'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { site } from '@/lib/core/site'
import { hashSources } from '../source-hash'

/** The sources of the rules: when any of them changes, every file is read again. */
export const ruleSources = ['lib/answer', 'lib/check', 'lib/compiler', 'lib/core', 'lib/search', 'package-lock.json']

type CheckedContent = { contentDir: string; contentDb: string; publicDir?: string }

/** The options for checking all content of a folder, by the current rules and today's date. Folders are absolute. */
export async function toCheckOptions({
  contentDir,
  contentDb,
  publicDir = path.resolve('public'),
}: CheckedContent): Promise<CheckOptions> {
  const schema = await generateSchema()
  const { wording } = readLibrarySettings(contentDir)
  return {
    contentDir,
    publicDir,
    indexFile: toIndexFile(contentDir, contentDb),
    version: hashSources(ruleSources) + schema.hash + hash(JSON.stringify([wording, site.url])),
    schema,
    wording,
    today: toToday(new Date()),
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** One index for each content folder, beside the store. */
function toIndexFile(contentDir: string, contentDb: string): string {
  const name = hash(contentDir)
  return path.join(path.dirname(contentDb), `check-${name}.db`)
}
