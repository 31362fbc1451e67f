import { after } from 'node:test'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { PostgresLibrary } from '@/lib/postgres/postgres-library'
import { publish } from '@/lib/postgres/publish'
import { toSchemaName } from '@/lib/postgres/schema-name'
import { publishedNames } from '@/lib/store/schema/published-tables'
import { startRowLog } from '@/lib/store/write/row-log'
import type { TemporaryLibrary } from '../temporary-library'
import { query } from './query'
import { startPostgres } from './servers'

const server = await startPostgres()
export const { hash: schemaHash } = await generateSchema()
let databases = 0

/** The address of a new, empty database. */
export async function createDatabase(): Promise<string> {
  databases += 1
  await query(server, `CREATE DATABASE library_${databases}`)
  return server.replace(/[^/]*$/, `library_${databases}`)
}

export function publishLibrary(library: TemporaryLibrary, url: string, whole = false) {
  startRowLog(library.dbFile)
  return publish({ url, dbFile: library.dbFile, whole })
}

export function openPostgresLibrary(url: string): PostgresLibrary {
  const library = new PostgresLibrary(url, schemaHash)
  after(() => library.end())
  return library
}

export const schema = toSchemaName(schemaHash)

const tables = [...publishedNames, 'change', 'heading', 'heading_posting', 'question_text', 'text_posting']

/** Every row of every table, sorted. */
export async function dumpDatabase(url: string): Promise<Record<string, string[]>> {
  const dumped: [string, string[]][] = []
  for (const table of tables) {
    const rows = await query(url, `SELECT row_to_json(t)::text AS row FROM ${schema}.${table} t`)
    dumped.push([table, rows.map(({ row }) => row).sort()])
  }
  const state = await query(url, `SELECT source, sequence, changes_since FROM ${schema}.state`)
  return { ...Object.fromEntries(dumped), state: state.map((row) => JSON.stringify(row)) }
}
