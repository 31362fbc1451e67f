import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startServer } from './site'

test('a server that is told to stop finishes the answers that it has begun, and takes no new ones', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `q${index}`)
  const library = new TemporaryLibrary(
    Object.fromEntries(
      names.map((name) => [`law/${name}.md`, toQuestionFile(`Why ${name}?`, {}, 'Because. '.repeat(3_000))]),
    ),
  )
  await library.compile()
  const { url, server } = await startServer(library.contentDir, library.dbFile)
  let asked = 0
  const answers = names.map(async (name) => {
    const response = fetch(`${url}/learn/law/questions/${name}`)
    asked += 1
    return (await (await response).text()).includes('</html>')
  })
  // The first answer shows that the others have arrived too: they were sent at the same time.
  await Promise.race(answers)
  assert.equal(asked, names.length)
  const exit = once(server, 'exit')
  server.kill('SIGTERM')
  assert.deepEqual(await Promise.all(answers), Array(names.length).fill(true))
  assert.deepEqual(await exit, [0, null])
  await assert.rejects(fetch(url))
})
