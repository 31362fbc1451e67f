import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { answerSecurityText } from '@/lib/server/security-text'

async function serve(securityContact: string | undefined) {
  const settings = { securityContact, siteUrl: 'https://learn.example.org' }
  const server = createServer((request, response) => {
    if (!answerSecurityText(request, response, settings)) response.writeHead(404).end()
  }).listen(0)
  after(() => server.close())
  await once(server, 'listening')
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

test('security.txt has the contact, an expiry date, and its own address', async () => {
  const url = await serve('mailto:security@example.org')
  const response = await fetch(`${url}/.well-known/security.txt`)
  assert.equal(response.headers.get('content-type'), 'text/plain; charset=utf-8')
  const [contact, expires, ...rest] = (await response.text()).trimEnd().split('\n')
  assert.equal(contact, 'Contact: mailto:security@example.org')
  const days = (Date.parse(expires?.replace('Expires: ', '') ?? '') - Date.now()) / 86_400_000
  assert.ok(days > 170 && days < 366, expires)
  assert.deepEqual(rest, ['Canonical: https://learn.example.org/.well-known/security.txt', 'Preferred-Languages: en'])
  assert.equal((await fetch(`${url}/security.txt`)).status, 404)
})

test('a site without a contact has no security.txt', async () => {
  assert.equal((await fetch(`${await serve(undefined)}/.well-known/security.txt`)).status, 404)
})
