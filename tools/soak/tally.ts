import type { Answer } from './ask'
import type { Visit } from './visits'

/** How many complaints are listed. */
const maxListed = 20

/** Counts responses by kind and status, and lists what was not as promised. */
export class Tally {
  requests = 0
  /** Connections that failed while the server was down because it was killed. */
  failedInOutages = 0
  readonly #counts = new Map<string, Map<number, number>>()
  readonly #wrong: string[] = []
  #wrongs = 0

  /** Records a response: right are the statuses that the visit expects, and 503 with Retry-After. */
  note({ kind, path, right }: Visit, { status, retryAfter }: Answer) {
    this.requests += 1
    const counts = this.#counts.get(kind) ?? new Map<number, number>()
    this.#counts.set(kind, counts.set(status, (counts.get(status) ?? 0) + 1))
    if (right.includes(status) || (status === 503 && retryAfter !== undefined)) return
    this.complain(`${path} (${kind}) was answered ${status}`)
  }

  /** Records that something was not as promised. */
  complain(sentence: string) {
    this.#wrongs += 1
    if (this.#wrong.length < maxListed) this.#wrong.push(sentence)
  }

  toReport() {
    const statuses = Object.fromEntries(
      [...this.#counts].map(([kind, counts]) => [kind, Object.fromEntries([...counts].sort(([a], [b]) => a - b))]),
    )
    const { requests, failedInOutages } = this
    return { requests, failedInOutages, statuses, wrongs: this.#wrongs, wrong: this.#wrong }
  }
}
