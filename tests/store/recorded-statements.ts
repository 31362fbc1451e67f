import Database from 'libsql'

/** SQL that stores prepared, that they ran and how often, and that created temporary tables in them. */
export type RecordedStatements = {
  prepared: Set<string>
  carriedOut: Set<string>
  calls: number
  temporary: Set<string>
}

const readsOrWrites = /^(?:SELECT|WITH|INSERT|UPDATE|DELETE|REPLACE)\b/i
const isStatement = (sql: string) => readsOrWrites.test(sql.trim())

/** Records what every store of this process prepares and runs while `work` runs. */
export async function recordStatements(work: () => unknown): Promise<RecordedStatements> {
  const recorded: RecordedStatements = { prepared: new Set(), carriedOut: new Set(), calls: 0, temporary: new Set() }
  const { prepare, exec } = Database.prototype
  Object.assign(Database.prototype, {
    prepare(this: Database.Database, sql: string) {
      const statement = prepare.call(this, sql)
      if (!isStatement(sql)) return statement
      recorded.prepared.add(sql)
      for (const name of ['run', 'get', 'all', 'iterate'] as const) {
        const carryOut = statement[name].bind(statement) as (...parameters: unknown[]) => unknown
        Object.assign(statement, {
          [name]: (...parameters: unknown[]) => {
            recorded.carriedOut.add(sql)
            recorded.calls += 1
            return carryOut(...parameters)
          },
        })
      }
      return statement
    },
    exec(this: Database.Database, sql: string) {
      if (/CREATE TEMP (?:TABLE|VIEW)/.test(sql)) recorded.temporary.add(sql)
      else for (const part of sql.split(';').filter(isStatement)) recorded.carriedOut.add(part)
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

/** SQLite's plan for a statement, one line per step: https://sqlite.org/eqp.html */
export const listSteps = (store: Database.Database, sql: string) =>
  (store.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail)
