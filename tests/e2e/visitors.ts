import { type Agent, Agent as PlainAgent } from 'node:http'
import { Agent as TlsAgent } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from '@/tools/soak/ask'

const count = 6

/** A phase is as long as its work, and at least so many visits. */
const fewest = 150

type Visit = { path: string; expected: number; isCached: boolean }

/** What is done meanwhile, and how the visits went that began then. `isAway`: only cached pages can be answered. */
type Phase = { name: string; isAway: boolean; refused: number; failed: string[]; cached: number[]; others: number[] }

/**
 * Visitors of a site who come again and again to the pages of `paths`, and now and then search for one of `words`, or ask
 * for what is not there: both are read from the library.
 */
export class Visitors {
  readonly #url: string
  readonly #paths: string[]
  readonly #words: string[]
  readonly #agent: Agent
  readonly #over = new AbortController()
  readonly #visits: Promise<unknown>
  readonly #phases: Phase[] = []
  #phase = toPhase('before')
  #visited = 0

  constructor(url: string, paths: string[], words: string[]) {
    this.#url = url
    this.#paths = paths
    this.#words = words
    this.#agent = url.startsWith('https:')
      ? new TlsAgent({ keepAlive: true, rejectUnauthorized: false })
      : new PlainAgent({ keepAlive: true })
    this.#visits = Promise.all(Array.from({ length: count }, (_, number) => this.#visitor(number)))
  }

  /** Counts what visitors meet while something is done, and a while longer. Gives how many were told to come again. */
  async during(name: string, work: () => Promise<unknown>, isAway = false) {
    const phase = toPhase(name, isAway)
    this.#phase = phase
    this.#phases.push(phase)
    await work()
    for (const enough = this.#visited + fewest; this.#visited < enough; ) await sleep(20)
    return phase.refused
  }

  /** Is there when the last of them is answered. */
  async stop() {
    this.#over.abort()
    await this.#visits
    this.#agent.destroy()
  }

  /** Answers of other kinds than were asked for, and connections that failed. */
  get failed(): string[] {
    return this.#phases.flatMap(({ failed }) => failed)
  }

  /** How long the slowest answer took, in milliseconds. */
  get slowest(): number {
    return Math.max(0, ...this.#phases.flatMap(({ cached, others }) => [...cached, ...others]))
  }

  /** A line for each phase. */
  get report(): string[] {
    const slowest = (times: number[]) => Math.round(Math.max(0, ...times))
    return this.#phases.map(
      ({ name, cached, others, failed, refused }) =>
        `${name}: ${cached.length + others.length} requests, ${failed.length} failed, ${refused} told to come again;` +
        ` the slowest ${slowest(cached)} ms of cached pages, ${slowest(others)} ms of others`,
    )
  }

  /** Asks once, besides. */
  async visit({ path, expected, isCached }: Visit) {
    const phase = this.#phase
    const from = performance.now()
    await ask(this.#url + path, 'br', this.#agent).then(
      ({ status, retryAfter }) => {
        // A server may say when to come again, if it has too much to do or the library is away. HAProxy does not say that.
        const mayRefuse = !(phase.isAway && isCached) && retryAfter
        if ([429, 503].includes(status) && mayRefuse) phase.refused += 1
        else if (status !== expected) phase.failed.push(`${path} was answered ${status} (${phase.name})`)
      },
      (error: Error) => phase.failed.push(`${path}: ${error.message} (${phase.name})`),
    )
    phase[isCached ? 'cached' : 'others'].push(performance.now() - from)
    this.#visited += 1
  }

  async #visitor(number: number) {
    for (let turn = number; !this.#over.signal.aborted; turn += 7) {
      await this.visit(this.#choose(turn))
      await sleep(10)
    }
  }

  #choose(turn: number): Visit {
    if (turn % 30 === 29) {
      return { path: `/api/search?q=${this.#words[turn % this.#words.length]}`, expected: 200, isCached: false }
    }
    if (turn % 15 === 7) return { path: `/learn/law/questions/none-${turn}`, expected: 404, isCached: false }
    return { path: this.#paths[turn % this.#paths.length] as string, expected: 200, isCached: true }
  }
}

const toPhase = (name: string, isAway = false): Phase => ({
  name,
  isAway,
  refused: 0,
  failed: [],
  cached: [],
  others: [],
})
