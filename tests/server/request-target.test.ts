import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { createServer } from '@/lib/server/create-server'
import { addObserver } from '@/lib/server/observe'

/** The paths that would be logged. */
const observed: (string | undefined)[] = []
addObserver(({ url }) => observed.push(url))
const server = createServer(({ url, headers: { host } }, response) => {
  response.end(JSON.stringify([url, host]))
}).listen(0)
after(() => server.close())
await once(server, 'listening')

/** The status and body for the first line of a request, whose Host header is “site”. */
async function ask(line: string, headers = ['Host: site']) {
  const socket = connect((server.address() as AddressInfo).port)
  socket.write(`${[line, ...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`)
  const answer = await text(socket)
  return { status: Number(answer.split(' ')[1]), body: answer.slice(answer.indexOf('\r\n\r\n') + 4) }
}

const read: [line: string, url: string, host: string][] = [
  ['GET /learn?page=2 HTTP/1.1', '/learn?page=2', 'site'],
  ['GET //other/learn HTTP/1.1', '//other/learn', 'site'],
  ['OPTIONS * HTTP/1.1', '*', 'site'],
  ['GET http://site/learn?page=2 HTTP/1.1', '/learn?page=2', 'site'],
  ['HEAD http://site/learn HTTP/1.1', '/learn', 'site'],
  ['POST https://site:443/learn HTTP/1.1', '/learn', 'site:443'],
  ['GET HTTPS://SITE/Learn HTTP/1.1', '/Learn', 'SITE'],
  ['GET hTTp://[2001:db8::1]:80/ HTTP/1.1', '/', '[2001:db8::1]:80'],
  ['GET http://site HTTP/1.1', '/', 'site'],
  ['OPTIONS http://site HTTP/1.1', '/', 'site'],
  ['GET http://site?q=a HTTP/1.1', '/?q=a', 'site'],
  ['GET http://site?/a HTTP/1.1', '/?/a', 'site'],
  ['GET http://site/search?q=http://other/ HTTP/1.1', '/search?q=http://other/', 'site'],
  ['GET http://other/learn HTTP/1.1', '/learn', 'other'],
  // Passed on as written: findDestination decides what they mean, as for a path.
  ['GET http://site//other/ HTTP/1.1', '//other/', 'site'],
  ['GET http://site/a/../search HTTP/1.1', '/a/../search', 'site'],
  ['GET http://site/%2e%2e/%0a HTTP/1.1', '/%2e%2e/%0a', 'site'],
]

for (const [line, url, host] of read) {
  test(`${line} asks ${host} for ${url}`, async () => {
    observed.length = 0
    const { body } = await ask(line)
    if (!line.startsWith('HEAD')) assert.deepEqual(JSON.parse(body), [url, host])
    assert.deepEqual(observed, [url])
  })
}

const refused = [
  'GET http:///learn HTTP/1.1',
  'GET http://:80/learn HTTP/1.1',
  'GET http://user@host/ HTTP/1.1',
  'GET http://user:secret@host/ HTTP/1.1',
  'GET http://[::1/ HTTP/1.1',
  'GET http://a:port/ HTTP/1.1',
  'GET http://%61/ HTTP/1.1',
  'GET http://a,b/ HTTP/1.1',
  'GET ftp://site/learn HTTP/1.1',
  'GET file:///etc/passwd HTTP/1.1',
  'GET * HTTP/1.1',
]

for (const line of refused) {
  test(`${line} gets 400, and nothing of it is logged`, async () => {
    observed.length = 0
    const { status, body } = await ask(line)
    assert.equal(status, 400)
    assert.match(body, /<h1>Bad request<\/h1>/)
    assert.deepEqual(observed, [''])
  })
}

// Node's parser refuses these before the server sees them.
for (const line of [
  'GET site:80 HTTP/1.1',
  'GET learn HTTP/1.1',
  'GET http:/learn HTTP/1.1',
  'GET http:\\\\a\\ HTTP/1.1',
]) {
  test(`${line} gets 400`, async () => assert.equal((await ask(line)).status, 400))
}

test('a missing, duplicate or invalid Host header is refused with an absolute target too', async () => {
  const line = 'GET http://site/learn HTTP/1.1'
  for (const headers of [[], ['Host: site', 'Host: site'], ['Host: a/b']]) {
    assert.equal((await ask(line, headers)).status, 400, headers.join())
  }
  assert.equal((await ask('GET http://site/learn HTTP/1.0', [])).body, '["/learn","site"]')
})

test('the site does not support CONNECT: the connection is closed', async () => {
  assert.equal((await ask('CONNECT site:443 HTTP/1.1')).body, '')
})
