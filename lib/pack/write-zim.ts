import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { toCount } from '@/lib/core/counted-noun'
import { toSubjectPath } from '@/lib/core/routes'
import { site, toAbsoluteUrl } from '@/lib/core/site'
import { fixZimIds } from './fix-zim-ids'
import { toFolder } from './folder'
import type { SubjectPack } from './subject-pack'
import { writePages } from './write-pages'

const run = promisify(execFile)

/** Whether `zimwriterfs`, which writes ZIM files, is installed. */
export const hasZimWriter = () =>
  run('zimwriterfs', ['--version']).then(
    () => true,
    () => false,
  )

const maxDescriptionLength = 80

/** Writes a pack for Kiwix: its plain pages, which the reader shows and searches. `folder` is for temporary files. */
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
    description: `${toCount(questions, 'question')} of ${subject.title} with answers`.slice(0, maxDescriptionLength),
    ...{ creator: site.name, publisher: site.name, name: `${subject.slug}_${site.language}`, source: url },
    // With one thread, the parts of the file are always in the same order.
    threads: '1',
  }
  const flags = Object.entries(options).map(([name, value]) => `--${name}=${value}`)
  await run('zimwriterfs', [...flags, pages, file], { maxBuffer: 64 * 1024 * 1024 }).catch(({ signal, stderr }) => {
    const reason = signal ? `ended by ${signal}` : stderr.trim().split('\n').slice(-2).join(' ')
    throw new Error(`zimwriterfs did not write ${path.basename(file)}: ${reason}`)
  })
  await fixZimIds(file, `${url} ${modified}`)
}
