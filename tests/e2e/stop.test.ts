import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startServer } from './site'

test('a server that is told to stop finishes the answers that it has begun, and takes no new ones', async () => {
  // Few, for the server waits for them some seconds at most, however busy the machine is.
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
  // So that the server has loaded what it renders with.
  await (await fetch(`${url}/learn/law/questions/first`)).text()
  const agent = new Agent({ keepAlive: true })
  // A server that is asked for it says when it begins an answer: “100 Continue”.
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
