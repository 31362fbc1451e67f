import { setTimeout as sleep } from 'node:timers/promises'
import { readyPath } from '@/lib/server/health'
import { listChildren } from './memory'
import { Outages } from './outages'
import type { Edit } from './soak-library'

/** In ms: how soon a killed site must answer again, and a publication must be visible. */
const patience = 90_000

/** A site served by `npm start`, as seen from outside; `pid` is the process that supervises its server. */
export class SoakedSite {
  readonly outages = new Outages()

  constructor(
    readonly url: string,
    readonly pid: number,
  ) {}

  /** Kills the server, and waits until a new one answers in its place. */
  async killServer() {
    const endOutage = this.outages.begin()
    const [server] = listChildren(this.pid)
    if (server === undefined) throw new Error('There is no server to kill.')
    process.kill(server, 'SIGKILL')
    await this.#wait('The server does not answer again', async () => {
      const isAnother = !listChildren(this.pid).includes(server)
      return isAnother && (await fetch(this.url + readyPath)).ok
    })
    endOutage()
  }

  /** Waits until the page of an edit shows it. */
  async waitUntilShown({ page, words }: Edit) {
    await this.#wait(`${page} does not show “${words}”`, async () => {
      const response = await fetch(this.url + page)
      return (await response.text()).includes(words)
    })
  }

  async #wait(complaint: string, isDone: () => Promise<boolean>) {
    const started = performance.now()
    while (!(await isDone().catch(() => false))) {
      if (performance.now() - started > patience) throw new Error(`${complaint} within ${patience / 1000} s.`)
      await sleep(50)
    }
  }
}
