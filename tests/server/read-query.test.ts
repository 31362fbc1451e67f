import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askNext } from '@/lib/server/ask-next'

/** The address that Next is asked for. */
async function toAsked(url: string): Promise<string | undefined> {
  let asked: string | undefined
  await askNext(async (request, response) => {
    asked = request.url
    response.end()
  }, url)
  return asked
}

const many = 'a&'.repeat(7_000)

const addresses: [url: string, asked: string][] = [
  ['/robots.txt', '/robots.txt'],
  [`/robots.txt?${many}`, '/robots.txt'],
  [`/feed.xml?q=a`, '/feed.xml'],
  [`/images/questions/law/heat.png?${many}`, '/images/questions/law/heat.png'],
  [`/search?${many}`, '/search'],
  [`/search?q=heat&${many}`, '/search?q=heat'],
  ['/search?q=what%20is+C%2B%2B?&subject=law', '/search?q=what+is+C%2B%2B%3F&subject=law'],
  ['/search?page=2&more=1&q=heat&utm_source=x&__proto__=1', '/search?q=heat&page=2&more=1'],
  [`/search?q=first&${'q=other&'.repeat(2_000)}`, '/search?q=first'],
  ['/search?q=', '/search?q='],
  ['/sheet?subject=law&n=5&seed=7&key=full&x=1', '/sheet?subject=law&n=5&seed=7&key=full'],
  ['/sheet?topic=law/torts', '/sheet?topic=law%2Ftorts'],
  [`/deck.apkg?q=aaaaaaaa,bbbbbbbb&${many}`, '/deck.apkg?q=aaaaaaaa%2Cbbbbbbbb'],
  ['/lost?path=%2Flearn%2Flaw%2Fx', '/lost?path=%2Flearn%2Flaw%2Fx'],
]

for (const [url, asked] of addresses) {
  test(`for ${url.slice(0, 60)} Next is asked for ${asked}`, async () => assert.equal(await toAsked(url), asked))
}
