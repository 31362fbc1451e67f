import Database from 'libsql'

/** The statements that a store was asked to prepare or carry out, and the temporary tables that they may name. */
export type RecordedStatements = { statements: Set<string>; temporaryTables: Set<string> }

const readsOrWrites = /^(?:SELECT|WITH|INSERT|UPDATE|DELETE|REPLACE)\b/i

/** Notes every statement that any store of this process prepares or executes while `work` runs. */
export async function recordStatements(work: () => unknown): Promise<RecordedStatements> {
  const recorded: RecordedStatements = { statements: new Set(), temporaryTables: new Set() }
  const { prepare, exec } = Database.prototype
  const note = (sql: string) => {
    if (sql.includes('CREATE TEMP TABLE')) recorded.temporaryTables.add(sql)
    // Triggers hold statements of their own; those of this store are INSERTs of the row that they are about.
    else for (const part of sql.split(';')) if (readsOrWrites.test(part.trim())) recorded.statements.add(part.trim())
  }
  Object.assign(Database.prototype, {
    prepare(this: Database.Database, sql: string) {
      note(sql)
      return prepare.call(this, sql)
    },
    exec(this: Database.Database, sql: string) {
      note(sql)
      return exec.call(this, sql)
    },
  })
  try {
    await work()
  } finally {
    Object.assign(Database.prototype, { prepare, exec })
  }
  return recorded
}

/** What SQLite does for a statement, one line a step: https://sqlite.org/eqp.html */
export const listSteps = (store: Database.Database, sql: string) =>
  (store.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail)
