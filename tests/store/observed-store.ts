import type Database from 'libsql'
import type { Store } from '@/lib/store/schema/open'

/** A store that reports the SQL of each statement right after running it. */
export function observeStore(store: Store, onStatement: (sql: string) => void): Store {
  const observe = (statement: Database.Statement, sql: string) =>
    new Proxy(statement, {
      get(target, name) {
        const member = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        return (...parameters: unknown[]) => {
          const result = Reflect.apply(member, target, parameters)
          if (['get', 'all', 'run', 'iterate'].includes(String(name))) onStatement(sql)
          return result
        }
      },
    })
  return new Proxy(store, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => observe(target.prepare(sql), sql)
      if (name === 'exec') {
        return (sql: string) => {
          target.exec(sql)
          onStatement(sql)
        }
      }
      const member = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}
