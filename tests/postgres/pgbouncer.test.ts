import assert from 'node:assert/strict'
import { test } from 'node:test'
import { log } from '@/lib/core/log'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { createDatabase, dumpDatabase, openPostgresLibrary, publishLibrary } from './databases'
import { pgbouncerVersion, startPgbouncer } from './pgbouncer'

const names = Array.from({ length: 60 }, (_, index) => `q${index}`)

test('behind PgBouncer in transaction mode, many servers read on two connections, and publishers publish', {
  skip: !pgbouncerVersion && 'pgbouncer is not installed',
}, async (context) => {
  const warned: string[] = []
  context.mock.method(log, 'warn', (line: string) => warned.push(line))
  const library = new TemporaryLibrary(
    Object.fromEntries(names.map((name) => [`law/${name}.md`, toQuestionFile(`Why ${name}?`)])),
  )
  await library.compile()
  const [direct, other] = [await createDatabase(), await createDatabase()]
  const pooled = await startPgbouncer(direct)
  assert.equal((await publishLibrary(library, pooled)).kind, 'everything')

  const servers = Array.from({ length: 6 }, () => openPostgresLibrary(pooled))
  const readAll = () =>
    Promise.all(
      servers.map(async (server) => {
        for (const name of names) {
          const found = await server.readQuestion({ subject: 'law', slug: name })
          assert.equal(found?.question.title, `Why ${name}?`)
        }
        assert.equal((await server.readSubject('law', 'newest', 1))?.subject.slug, 'law')
        assert.equal((await server.readHome(5, 1)).questions, names.length)
      }),
    )
  await readAll()
  // By now the pooler's connections have prepared statements of other clients.
  servers.push(openPostgresLibrary(pooled))
  await readAll()
  const [major = 0, minor = 0] = pgbouncerVersion?.split('.').map(Number) ?? []
  if (major === 1 && minor < 21) assert.ok(warned.every((line) => line.includes('prepared')) && warned.length > 0)
  else assert.deepEqual(warned, [])

  library.write('law/q1.md', toQuestionFile('Why q1?', {}, 'Another answer.'))
  await library.compile()
  assert.equal((await publishLibrary(library, pooled)).kind, 'changes')
  await publishLibrary(library, other)
  const [here, there] = [await dumpDatabase(direct), await dumpDatabase(other)]
  assert.deepEqual({ ...here, change: [] }, { ...there, change: [] })
})
