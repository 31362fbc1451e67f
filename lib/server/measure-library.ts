import { Gauge, type Registry } from 'prom-client'
import type { PostgresEngine } from '@/lib/library/engine'
import { findLibrary } from '@/lib/library/slot'
import { measureFollowing } from './follow-library'
import { addGauge } from './gauge'

/** Measures the library: when it was compiled, whether it answers, and the engine that it is read from. */
export function measureLibrary(registry: Registry) {
  const ofPostgres = (name: string, help: string, read: (engine: PostgresEngine) => number | undefined) =>
    addGauge(registry, name, help, async () => {
      const engine = await readEngine()
      return engine?.engine === 'postgres' ? read(engine) : undefined
    })

  const readCompiled = async () => {
    const state = await readState()
    return state && state.sequence / 1_000
  }
  addGauge(registry, 'library_compiled_seconds', 'When the library was compiled, in seconds since 1970.', readCompiled)
  addGauge(registry, 'library_age_seconds', 'How long ago the library was compiled.', async () => {
    const compiled = await readCompiled()
    return compiled && Date.now() / 1_000 - compiled
  })
  addGauge(
    registry,
    'library_answering',
    '1 while the library answers polls for changes; 0 while cached pages may be stale.',
    () => Number(measureFollowing().isAnswering),
  )
  addGauge(
    registry,
    'library_staleness_seconds',
    'How long ago the library last answered a poll for changes.',
    () => (Date.now() - measureFollowing().answeredAt) / 1_000,
  )
  new Gauge({
    name: 'library_engine_info',
    help: '1 for the engine that the library is read from, and its host.',
    labelNames: ['engine', 'host'],
    registers: [registry],
    async collect() {
      this.reset()
      const engine = await readEngine()
      if (engine) this.set({ engine: engine.engine, host: engine.engine === 'postgres' ? engine.host : '' }, 1)
    },
  })
  ofPostgres(
    'library_replayed_age_seconds',
    'On a standby: how long ago the last transaction that it replayed was committed.',
    ({ replayedSecondsAgo }) => replayedSecondsAgo,
  )
  ofPostgres(
    'library_published_seconds',
    'When something was last published to PostgreSQL, in seconds since 1970.',
    ({ published }) => published.at / 1_000,
  )
  ofPostgres('library_published_rows', 'Rows that the last publication copied.', ({ published }) => published.rows)
  new Gauge({
    name: 'library_connections',
    help: 'Connections of the serving thread to PostgreSQL: total, idle, and reads that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset()
      const engine = await readEngine()
      if (engine?.engine !== 'postgres') return
      for (const [state, count] of Object.entries(engine.connections)) this.set({ state }, count)
    },
  })
}

/** Lets all gauges of one scrape share a read. */
function shared<Read>(read: () => Promise<Read> | undefined) {
  let reading: Promise<Read | undefined> | undefined
  return () => {
    reading ??= Promise.resolve(read())
      .catch(() => undefined)
      .finally(() => {
        reading = undefined
      })
    return reading
  }
}

const readEngine = shared(() => findLibrary()?.readEngine())
const readState = shared(() => findLibrary()?.readState())
