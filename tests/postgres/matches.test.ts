import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { prepareMatches } from '@/lib/postgres/matches'
import { listNeighbours, toArray } from '@/lib/postgres/stems'
import { toCreateIndexes, toCreateTables } from '@/lib/postgres/tables'
import { toExactTerm } from '@/lib/search/terms'
import { startPostgres } from './servers'

let client: pg.Client
// Before startPostgres stops the server.
after(() => client.end())
client = new pg.Client(await startPostgres())
await client.connect()
await client.query(toCreateTables('many'))
// 10,002 texts with both words: together in the third and in the last one.
const texts = `SELECT id, CASE WHEN id IN (3, 10002) THEN ' system energi ' ELSE ' energi of a system ' END AS stems
  FROM generate_series(1, 10002) id`
const toNeighbours = (text: string) => `'${toArray(listNeighbours(text.split(' ')))}'::int[]`
await client.query(`INSERT INTO many.question_text SELECT id, id, stems, CASE stems WHEN ' system energi '
  THEN ${toNeighbours('system energi')} ELSE ${toNeighbours('energi of a system')} END FROM (${texts}) t`)
await client.query(`INSERT INTO many.text_posting
  SELECT stem, id FROM (${texts}) t CROSS JOIN LATERAL unnest(string_to_array(btrim(stems), ' ')) stem`)
await client.query(toCreateIndexes('many'))

const term = (...words: string[]) => toExactTerm({ words, quoted: true } as Parameters<typeof toExactTerm>[0])

async function list(words: string[], without: string[] = []) {
  const values: string[] = []
  const match = { terms: [term(...words)], ...(without.length > 0 && { without: [term(...without)] }) }
  const keys = prepareMatches('many').toKeys('texts', match, 20_000, (value) => `$${values.push(value)}`)
  const { rows } = await client.query<{ id: string }>(keys, values)
  return rows.map(({ id }) => Number(id))
}

test('a phrase is found wherever it is, however many texts have its words', async () => {
  assert.deepEqual(await list(['system', 'energy']), [3, 10_002])
})

test('texts that have a word are all listed, however many', async () => {
  assert.equal((await list(['energy'])).length, 10_002)
})

test('what is excluded is looked for in the first 10,000 texts', async () => {
  assert.deepEqual(await list(['energy'], ['energy', 'of']), [3])
  assert.equal((await list(['system'], ['system', 'energy'])).length, 9_999)
})
