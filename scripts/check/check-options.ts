import { createHash } from 'node:crypto'
import path from 'node:path'
import type { CheckOptions } from '@/lib/check/check-library'
import { toToday } from '@/lib/check/today'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { hashSources } from '../source-hash'

/** What the rules are made of: when any of it changes, every file is read again. */
export const ruleSources = ['lib/answer', 'lib/check', 'lib/compiler', 'lib/core', 'lib/search', 'package-lock.json']

type CheckedContent = { contentDir: string; contentDb: string; publicDir?: string }

/** How the content of a folder is checked, all of it, today, by the rules as they are now. Folders are absolute. */
export async function toCheckOptions({
  contentDir,
  contentDb,
  publicDir = path.resolve('public'),
}: CheckedContent): Promise<CheckOptions> {
  const schema = await generateSchema()
  return {
    contentDir,
    publicDir,
    indexFile: toIndexFile(contentDir, contentDb),
    version: hashSources(ruleSources) + schema.hash,
    schema,
    today: toToday(new Date()),
  }
}

/** One index for each content folder, beside the store. */
function toIndexFile(contentDir: string, contentDb: string): string {
  const name = createHash('sha256').update(contentDir).digest('hex').slice(0, 8)
  return path.join(path.dirname(contentDb), `check-${name}.db`)
}
