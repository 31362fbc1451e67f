import path from 'node:path'
import { parseArgs } from 'node:util'
import { findSubject } from '@/lib/authoring/subjects'
import { type PackFormat, packFormats, packsFolder } from '@/lib/core/packs'
import { SubjectPack } from '@/lib/pack/subject-pack'
import { writePack } from '@/lib/pack/write-pack'
import { hasZimWriter } from '@/lib/pack/write-zim'
import { prepareQueries } from '@/lib/store/read/queries'
import { openStoreToRead, type Store } from '@/lib/store/schema/open'
import { createProgress } from './progress'
import { publishContent } from './publish-content'
import { defineCommand, runIfStarted, UsageError } from './run-script'

const usage = `npm run pack -- SUBJECT… [--epub] [--zim] [--anki] [--folder]

Writes all questions of a subject as files for use without internet; the site offers them on the page of the subject.
Without a format: all four, ZIM if zimwriterfs is installed.
  --epub         a book for e-readers
  --zim          an archive for Kiwix (needs zimwriterfs: apt-get install zim-tools)
  --anki         a deck for Anki
  --folder       plain pages, in a zip file: unpack it and open index.html
  --out DIR      where the files go (default: ${packsFolder})
  --public DIR   the folder with the images (default: public)
Exit status: 0; 2 if something could not be written.`

const formats = Object.keys(packFormats) as PackFormat[]

export const main = defineCommand(usage, async (args, settings) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...{
        epub: { type: 'boolean' },
        zim: { type: 'boolean' },
        anki: { type: 'boolean' },
        folder: { type: 'boolean' },
      },
      out: { type: 'string', default: packsFolder },
      public: { type: 'string', default: 'public' },
    },
  })
  if (positionals.length === 0) throw new UsageError('Name a subject, such as physics.')
  const asked = formats.filter((format) => values[format])
  const canWriteZim = await hasZimWriter()
  if (values.zim && !canWriteZim)
    throw new Error('A ZIM file needs zimwriterfs, which is not installed: “apt-get install zim-tools” on Debian.')
  const wanted = asked.length > 0 ? asked : formats.filter((format) => format !== 'zim' || canWriteZim)
  await publishContent({ ...settings, keepGoing: true })
  const store = openStoreToRead(settings.contentDb)
  try {
    store.exec('BEGIN')
    const subjects = positionals.map((given) => chooseSubject(store, given))
    const folders = { publicDir: path.resolve(values.public), packsDir: path.resolve(values.out) }
    for (const subject of subjects) {
      const pack = new SubjectPack(store, subject)
      for (const format of wanted) {
        const progress = createProgress('questions', pack.questions)
        let done = 0
        const { file, bytes } = await writePack(pack, format, folders, () => progress.show(++done))
        progress.clear()
        console.log(`${path.relative(process.cwd(), file)}: ${pack.questions} questions, ${bytes} bytes`)
      }
    }
    if (asked.length === 0 && !canWriteZim)
      console.error('No ZIM file was written: for that, install zimwriterfs (“apt-get install zim-tools” on Debian).')
    return 0
  } finally {
    store.close()
  }
})

/** The subject with this slug or name that has questions; throws a message that suggests the nearest. */
function chooseSubject(store: Store, given: string) {
  const subjects = prepareQueries(store)
    .listSubjects()
    .filter(({ questions }) => questions > 0)
  const known = subjects.map(({ slug }) => slug)
  const named = subjects.find(({ title }) => title.toLowerCase() === given.trim().toLowerCase())
  const found = named ?? findSubject(known, given)
  const subject = 'slug' in found ? subjects.find(({ slug }) => slug === found.slug) : undefined
  if (subject) return subject
  const hint = 'nearest' in found && found.nearest ? ` Did you mean ${found.nearest}?` : ''
  throw new Error(
    `There is no subject ${JSON.stringify(given)} with questions.${hint}\nThe subjects are: ${known.join(', ')}.`,
  )
}

await runIfStarted(import.meta.url, main)
