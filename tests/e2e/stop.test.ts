import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startServer } from './site'

test('a stopping server finishes requests in progress, and accepts no new ones', async () => {
  // Only a few, as the server waits a few seconds at most, however busy the machine is.
  const names = ['a', 'b', 'c', 'd', 'e']
  const library = new TemporaryLibrary(
    Object.fromEntries(
      [...names, 'first'].map((name) => [
        `law/${name}.md`,
        toQuestionFile(`Why ${name}?`, {}, 'Because. '.repeat(3_000)),
      ]),
    ),
  )
  await library.compile()
  const { url, server } = await startServer(library.contentDir, library.dbFile)
  // Warm up, so that the server has loaded its renderer.
  await (await fetch(`${url}/learn/law/questions/first`)).text()
  const agent = new Agent({ keepAlive: true })
  // With `Expect: 100-continue` the server says when it begins a request.
  const asked = names.map((name) =>
    request(`${url}/learn/law/questions/${name}`, { agent, headers: { expect: '100-continue' } }).end(),
  )
  const answers = asked.map(async (question) => {
    const [response] = (await once(question, 'response')) as [IncomingMessage]
    return (await text(response)).endsWith('</html>')
  })
  await Promise.all(asked.map((question) => once(question, 'continue')))
  const exit = once(server, 'exit')
  server.kill('SIGTERM')
  assert.deepEqual(await Promise.all(answers), Array(names.length).fill(true))
  assert.deepEqual(await exit, [0, null])
  await assert.rejects(fetch(url))
})
