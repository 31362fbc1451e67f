import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { toCount } from '@/lib/core/counted-noun'
import { toSubjectPath } from '@/lib/core/routes'
import { site, toAbsoluteUrl } from '@/lib/core/site'
import { toFolder } from './folder'
import type { SubjectPack } from './subject-pack'
import { writePages } from './write-pages'

const run = promisify(execFile)

/** Whether the program that makes ZIM files is installed. */
export const hasZimWriter = () =>
  run('zimwriterfs', ['--version']).then(
    () => true,
    () => false,
  )

const mostDescription = 80

/** Writes a pack for Kiwix: its plain pages, which the reader shows and searches. `folder` is for those meanwhile. */
export async function writeZim(
  pack: SubjectPack,
  { file, folder, publicDir }: { file: string; folder: string; publicDir: string },
  onPage: () => void,
) {
  const { subject, questions, modified } = pack
  const pages = path.join(folder, 'pages')
  const sink = toFolder(pages)
  await writePages(pack, sink, publicDir, onPage)
  await sink.addFile('icon.png', path.join('lib', 'pack', 'icon-48.png'))
  const url = toAbsoluteUrl(toSubjectPath(subject.slug))
  const options = {
    ...{ welcome: 'index.html', illustration: 'icon.png', language: 'eng', title: subject.title.slice(0, 30) },
    description: `${toCount(questions, 'question')} of ${subject.title} with answers`.slice(0, mostDescription),
    ...{ creator: site.name, publisher: site.name, name: `${subject.slug}_${site.language}`, source: url },
    // With one thread the parts of the file are in the same order each time.
    threads: '1',
  }
  const flags = Object.entries(options).map(([name, value]) => `--${name}=${value}`)
  await run('zimwriterfs', [...flags, pages, file], { maxBuffer: 64 * 1024 * 1024 })
  await nameByContent(file, `${url} ${modified}`)
}

const uuidAt = 8
const checksumPositionAt = 72

/**
 * Gives a ZIM file an id told by its address and day in the place of one made at random, and the checksum that follows.
 * https://wiki.openzim.org/wiki/ZIM_file_format
 */
async function nameByContent(file: string, identity: string) {
  const descriptor = openSync(file, 'r+')
  try {
    writeSync(descriptor, createHash('md5').update(identity).digest(), 0, 16, uuidAt)
    const position = Buffer.alloc(8)
    readSync(descriptor, position, 0, 8, checksumPositionAt)
    const checksumAt = Number(position.readBigUInt64LE())
    if (checksumAt !== statSync(file).size - 16) return
    const hash = createHash('md5')
    for await (const bytes of createReadStream(file, { end: checksumAt - 1 })) hash.update(bytes)
    writeSync(descriptor, hash.digest(), 0, 16, checksumAt)
  } finally {
    closeSync(descriptor)
  }
}
