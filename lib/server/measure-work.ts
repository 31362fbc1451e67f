import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import { metricEvents } from '@/lib/core/metric-events'

/** From the time of a cached search to the longest that an answer may take, in seconds. */
const buckets = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]

/** Measures what is more than a cached page: renderings in each queue, and searches. */
export function measureWork(registry: Registry) {
  const registers = [registry]
  const inQueue = { labelNames: ['queue'], registers } as const

  const total = new Counter({
    name: 'renderings_total',
    help: 'Pages, files and pictures that were rendered.',
    ...inQueue,
  })
  const seconds = new Histogram({
    name: 'renderings_seconds',
    help: 'How long rendering them took.',
    buckets,
    ...inQueue,
  })
  metricEvents.done.subscribe(({ queue, ms }) => {
    total.inc({ queue })
    seconds.observe({ queue }, ms / 1_000)
  })
  const waiting = new Gauge({ name: 'renderings_waiting', help: 'Requests that wait to be rendered.', ...inQueue })
  metricEvents.waiting.subscribe(({ queue, count }) => waiting.set({ queue }, count))
  const refused = new Counter({
    name: 'renderings_refused_total',
    help: 'Requests that were answered 503 because the queue was full.',
    ...inQueue,
  })
  metricEvents.refused.subscribe(({ queue }) => refused.inc({ queue }))

  const searches = new Counter({ name: 'searches_total', help: 'Searches that were answered.', registers })
  const charged = new Histogram({
    name: 'searches_seconds',
    help: 'Seconds that a search charged to its visitor.',
    buckets,
    registers,
  })
  metricEvents.search.subscribe(({ ms }) => {
    searches.inc()
    charged.observe(ms / 1_000)
  })
  const searchesRefused = new Counter({
    name: 'searches_refused_total',
    help: 'Searches that were answered 429, by whose budget was spent: the visitor’s or everybody’s.',
    labelNames: ['whose'],
    registers,
  })
  metricEvents.searchRefused.subscribe(({ whose }) => searchesRefused.inc({ whose }))
}
