import { setTimeout } from 'node:timers/promises'
import type { Client, DatabaseError } from 'pg'

/** How often to try, and how long readers are held up each time at most. */
const tries = 20
const patience = '1s'

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const lockNotAvailable = '55P03'

/**
 * Replaces a schema by another one while nobody reads it: names are not part of a snapshot, so a reader would go on in the
 * new tables. Waits for long readers, such as a backup, without holding up all others.
 */
export async function replaceSchema(client: Client, schema: string, fresh: string) {
  const { rows } = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema])
  if (rows.length > 0) {
    await awaitReaders(client, schema)
    await client.query(`ALTER SCHEMA ${schema} RENAME TO ${schema}_until_${Date.now()}`)
  }
  await client.query(`ALTER SCHEMA ${fresh} RENAME TO ${schema}`)
}

/** Every read selects from `state` first, so it holds a lock on that table until it ends. */
async function awaitReaders(client: Client, schema: string) {
  await client.query(`SET LOCAL lock_timeout = '${patience}'; SAVEPOINT before_lock`)
  for (let tried = 1; ; tried += 1) {
    try {
      await client.query(`LOCK TABLE ${schema}.state IN ACCESS EXCLUSIVE MODE`)
      return
    } catch (error) {
      if (tried === tries || (error as DatabaseError).code !== lockNotAvailable) throw error
      await client.query('ROLLBACK TO SAVEPOINT before_lock')
      await setTimeout(1_000)
    }
  }
}
