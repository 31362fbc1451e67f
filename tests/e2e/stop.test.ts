import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startServer } from './site'

test('a server that is told to stop finishes the answers that it has begun, and takes no new ones', async () => {
  const names = Array.from({ length: 60 }, (_, index) => `q${index}`)
  const library = new TemporaryLibrary(
    Object.fromEntries(
      names.map((name) => [`law/${name}.md`, toQuestionFile(`Why ${name}?`, {}, 'Because. '.repeat(3_000))]),
    ),
  )
  await library.compile()
  const { url, server } = await startServer(library.contentDir, library.dbFile)
  // So that connecting takes no time of its own.
  await Promise.all(names.map(async () => (await fetch(`${url}/api/health`)).text()))
  let answered = 0
  const answers = names.map(async (name) => {
    const html = await (await fetch(`${url}/learn/law/questions/${name}`)).text()
    answered += 1
    return html.endsWith('</html>')
  })
  await sleep(30)
  assert.ok(answered < names.length, 'some are still being rendered')
  const exit = once(server, 'exit')
  server.kill('SIGTERM')
  assert.deepEqual(await Promise.all(answers), Array(names.length).fill(true))
  assert.deepEqual(await exit, [0, null])
  await assert.rejects(fetch(url))
})
