import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import Database from 'libsql'
import { log } from '@/lib/core/log'
import { followStore } from '@/lib/store/read/open-store'
import { SqliteLibrary } from '@/lib/store/read/sqlite-library'
import { findDamage } from '@/lib/store/schema/damage'
import { getRow, openStoreToRead } from '@/lib/store/schema/open'
import { runCommand } from '../run-command'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const slugs = Array.from({ length: 60 }, (_, index) => `q${index}`)

async function createLibrary() {
  const files = slugs.map((slug) => [
    `law/${slug}.md`,
    toQuestionFile(`Why ${slug}?`, {}, `Because of ${slug}. `.repeat(90)),
  ])
  const library = new TemporaryLibrary(Object.fromEntries(files))
  await library.compile()
  return library
}

function overwrite(file: string, from: number, bytes: Buffer) {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, bytes, 0, bytes.length, from)
  closeSync(descriptor)
}

const half = (file: string) => Math.floor(statSync(file).size / 2)

/** Ways to damage a file, and what is reported of it. */
const damages: Record<string, { damage: (file: string) => void; reason: RegExp }> = {
  'an empty file': { damage: (file) => truncateSync(file, 0), reason: /is damaged: it is empty/ },
  'a truncated header': {
    damage: (file) => truncateSync(file, 60),
    reason: /is damaged: it is not an SQLite database/,
  },
  'a file cut in half': {
    damage: (file) => truncateSync(file, half(file)),
    reason: /is damaged: \d+ of its \d+ bytes are missing/,
  },
  'another kind of file': {
    damage: (file) => writeFileSync(file, 'Not a database. '.repeat(1_000)),
    reason: /is damaged: it is not an SQLite database/,
  },
  'a first page of random bytes after its header': {
    damage: (file) => overwrite(file, 100, Buffer.alloc(3_996, 0xa5)),
    reason: /is damaged/,
  },
  'another version': {
    damage: (file) => {
      const store = new Database(file)
      store.exec("UPDATE meta SET value = 0 WHERE key = 'storeVersion'")
      store.close()
    },
    reason: /was made by another version of the site/,
  },
}

/** What depends only on the files, not on when they were compiled. */
const toContent = ({ meta, file, sitemap_file, ...rest }: ReturnType<TemporaryLibrary['dump']>) => rest

for (const [name, { damage, reason }] of Object.entries(damages)) {
  test(`a store that became ${name} is named, and rebuilt by the next compile`, async () => {
    const library = await createLibrary()
    const whole = toContent(library.dump())
    damage(library.dbFile)
    assert.throws(() => openStoreToRead(library.dbFile), reason)
    const { stderr } = await runCommand(async () => {
      assert.equal((await library.compile()).published, true)
      return 0
    }, [])
    assert.match(stderr, reason)
    assert.match(stderr, /Rebuilding it from the files\.\n$/)
    assert.deepEqual(toContent(library.dump()), whole)
  })
}

test('a compile that meets damaged pages rebuilds the store, even if it compiles a single file', async () => {
  const library = await createLibrary()
  const { size } = statSync(library.dbFile)
  // All but the first page, which says what tables there are.
  for (let from = 4_096; from < size; from += 4_096) overwrite(library.dbFile, from, Buffer.alloc(512, 0xff))
  library.write('law/q1.md', toQuestionFile('New?'))
  const { stderr } = await runCommand(async () => {
    assert.equal((await library.compile({ only: ['learn/law/q1.md'] })).published, true)
    return 0
  }, [])
  assert.match(stderr, /is damaged: .*\. Rebuilding it from the files\./)
  const { countQuestions, getQuestion } = library.open()
  assert.equal(countQuestions(), slugs.length)
  assert.equal(getQuestion({ subject: 'law', slug: 'q1' })?.title, 'New?')
})

test('damaged pages that no compile would meet are found when each page is checked', async () => {
  const library = await createLibrary()
  const { store } = library.open()
  const page = (
    store.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'question_newest'").get() as { rootpage: number }
  ).rootpage
  store.close()
  overwrite(library.dbFile, (page - 1) * 4_096, Buffer.alloc(4_096, 0xff))
  assert.equal((await library.compile()).unchanged, slugs.length)
  const { stderr } = await runCommand(async () => {
    assert.equal((await library.compile({ trust: 'checked' })).parsed, slugs.length)
    return 0
  }, [])
  assert.match(stderr, /is damaged/)
  assert.deepEqual(library.open().store.prepare('PRAGMA quick_check').all(), [{ quick_check: 'ok' }])
})

test('an open store stays in use while a broken file replaces it, and the next good one is opened', async (t) => {
  const told = t.mock.method(log, 'error')
  const library = await createLibrary()
  const current = new SqliteLibrary(followStore(library.dbFile))
  const readTitle = async () => (await current.readQuestion({ subject: 'law', slug: 'q1' }))?.question.title
  const broken = path.join(library.root, 'broken.db')
  writeFileSync(broken, 'broken')
  renameSync(broken, library.dbFile)
  const until = Date.now() + 1_500
  while (Date.now() < until) {
    assert.equal(await readTitle(), 'Why q1?')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.equal(told.mock.callCount(), 1)
  assert.match(String(told.mock.calls[0]?.arguments[0]), /^The store that is open stays in use\./)
  library.write('law/q1.md', toQuestionFile('New?'))
  await runCommand(async () => {
    await library.compile()
    return 0
  }, [])
  while ((await readTitle()) !== 'New?') await new Promise((resolve) => setTimeout(resolve, 50))
})

test('between compiles the file alone is the library, even while somebody reads it', async () => {
  const library = await createLibrary()
  const current = new SqliteLibrary(followStore(library.dbFile))
  await current.readHome(1, 1)
  library.write('law/q1.md', toQuestionFile('New?'))
  await library.compile()
  const copy = path.join(library.root, 'copy.db')
  copyFileSync(library.dbFile, copy)
  const store = openStoreToRead(copy)
  assert.deepEqual(
    getRow<{ title: string }>(store.prepare("SELECT title FROM question WHERE slug = 'q1'"))?.title,
    'New?',
  )
  store.close()
})

test('replaced stores free their disk space, however many there are', async (t) => {
  if (!existsSync('/proc/self/fd')) return t.skip('only Linux tells which files a process has open')
  const { root, dbFile } = await createLibrary()
  // SQLite never opens it in this process: its own descriptors are closed only when statements are garbage-collected.
  const served = path.join(root, 'served.db')
  for (let time = 0; time < 5; time += 1) {
    const next = path.join(root, 'next.db')
    copyFileSync(dbFile, next)
    renameSync(next, served)
    assert.equal(findDamage(served), undefined)
  }
  const open = readdirSync('/proc/self/fd').map((name) => tryReadlink(`/proc/self/fd/${name}`))
  assert.deepEqual(
    open.filter((file) => file?.startsWith(served)),
    [served],
  )
})

/** Listing a folder of descriptors opens one itself, which is closed again. */
function tryReadlink(link: string): string | undefined {
  try {
    return readlinkSync(link)
  } catch {
    return undefined
  }
}

/** Opens a store and prints how many questions it has, as a process of its own. */
const reader = `import { getRow, openStoreToRead } from '@/lib/store/schema/open'
const store = openStoreToRead(process.argv.at(-1))
console.log(store.prepare('SELECT count(*) AS questions FROM question').get().questions)
store.close()`
const readArgs = ['--import', 'tsx', '--input-type=module', '--eval', reader]

test('a store on a read-only mount is read as it is', async (t) => {
  const library = await createLibrary()
  const place = path.join(library.root, 'place')
  mkdirSync(place)
  copyFileSync(library.dbFile, path.join(place, 'content.db'))
  const script = `mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"`
  const run = (...command: string[]) =>
    spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', script, place, ...command], {
      encoding: 'utf8',
    })
  if (run('true').status !== 0) return t.skip('this system does not allow mounts in a user namespace')
  const { status, stdout, stderr } = run(process.execPath, ...readArgs, path.join(place, 'content.db'))
  assert.deepEqual([status, stdout], [0, `${slugs.length}\n`], stderr)
  assert.deepEqual(readdirSync(place), ['content.db'])
})

test('a store is refused with a message if its folder is not writable or the file not readable', async (t) => {
  if (process.getuid?.() !== 0) return t.skip('only root can switch to a user who can write nowhere')
  const library = await createLibrary()
  chmodSync(library.root, 0o755)
  const asNobody = (run: () => void) => {
    process.seteuid?.(65_534)
    try {
      run()
    } finally {
      process.seteuid?.(0)
    }
  }
  const open = () => openStoreToRead(library.dbFile).close()
  asNobody(() => assert.throws(open, new RegExp(`Let the user of the server write to ${library.root}, or mount it`)))
  const closed = path.join(library.root, 'closed.db')
  copyFileSync(library.dbFile, closed)
  chmodSync(closed, 0o600)
  asNobody(() => assert.throws(() => openStoreToRead(closed), /closed\.db may not be read by this user\.$/))
})
