import { setTimeout as sleep } from 'node:timers/promises'
import { Random } from '@/tools/corpus/random'
import { startServer } from '@/tools/served-site/processes'
import { load } from './load'
import { type Memory, MemoryWatch } from './memory'
import { SoakLibrary } from './soak-library'
import { SoakedSite } from './soaked-site'
import { Tally } from './tally'
import { type SoakTarget, troubles } from './troubles'
import { prepareVisits } from './visits'

export type SoakOptions = {
  port: number
  /** How many files the library has. */
  count: number
  /** How long; each kind of trouble occurs at least once. */
  seconds: number
  onTrouble?: (name: string) => void
}

/** The result of a soak; outages in seconds, memory in MB. */
export type SoakReport = ReturnType<Tally['toReport']> & {
  seconds: number
  troubles: Record<string, number>
  outages: number[]
  memory: { peak: Memory; end: Memory }
}

/** The most memory that the site promises to take (docs/performance.md), in MB. */
const promisedMemory = 400

/** The pause between two troubles, in ms; less in a short soak. */
const longestPeace = 8_000

/** Serves a generated library as `npm start` does, with visitors and troubles, and returns a report. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const library = new SoakLibrary(options.count)
  try {
    const environment = { CONTENT_DIR: library.contentDir, CONTENT_DB: library.dbFile }
    const { server } = await startServer(['scripts/start.mjs'], options.port, '/', environment)
    try {
      const site = new SoakedSite(server.url, server.process.pid as number)
      const report = await soakServed({ library, site, random: new Random(1) }, options)
      if (server.process.exitCode !== null) throw new Error('The site stopped unexpectedly.')
      return report
    } finally {
      await server.stop()
    }
  } finally {
    library.remove()
  }
}

async function soakServed(soaked: SoakTarget, options: SoakOptions): Promise<SoakReport> {
  const { library, site } = soaked
  const started = performance.now()
  const tally = new Tally()
  const memory = new MemoryWatch(site.pid, 500)
  const over = new AbortController()
  const nextVisit = prepareVisits(library.dbFile, new Random(2))
  const visits = load({ url: site.url, nextVisit, outages: site.outages, tally }, over.signal)
  const made = await makeTroubles(soaked, tally, options).finally(() => over.abort())
  await visits
  memory.stop()
  const { sharedOnce } = memory.peak
  if (sharedOnce > promisedMemory)
    tally.complain(`The site took ${sharedOnce} MB of memory, more than ${promisedMemory}`)
  return {
    ...tally.toReport(),
    seconds: Math.round((performance.now() - started) / 1000),
    troubles: made,
    outages: site.outages.list().map((ms) => Math.round(ms / 100) / 10),
    memory: { peak: memory.peak, end: memory.last },
  }
}

/** Makes one trouble after the other until the time is up; returns how often each occurred. */
async function makeTroubles(soaked: SoakTarget, tally: Tally, { seconds, onTrouble }: SoakOptions) {
  const until = performance.now() + seconds * 1000
  const peace = Math.min(longestPeace, (seconds * 1000) / (2 * troubles.length))
  const made: Record<string, number> = {}
  for (let round = 0; round === 0 || performance.now() < until; round += 1) {
    for (const { name, make } of troubles) {
      await sleep(peace)
      if (round > 0 && performance.now() > until) break
      onTrouble?.(name)
      await make(soaked).catch((error) => tally.complain(`After ${name}: ${(error as Error).message}`))
      made[name] = (made[name] ?? 0) + 1
    }
  }
  return made
}
