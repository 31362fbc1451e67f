import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './ask'
import type { Outages } from './outages'
import type { Tally } from './tally'
import type { Visit } from './visits'

/** The number of concurrent visitors, and each one's pause after a response, in ms: at most 100 requests a second in all. */
const visitors = 4
const rest = 40

type LoadOptions = { url: string; nextVisit: () => Visit; outages: Outages; tally: Tally }

/** Visits a site continuously until `over` aborts. */
export async function load({ url, nextVisit, outages, tally }: LoadOptions, over: AbortSignal) {
  const agent = new Agent({ keepAlive: true })
  const visitOne = async () => {
    const visit = nextVisit()
    const from = performance.now()
    try {
      tally.note(visit, await ask(url + visit.path, visit.encoding, agent))
    } catch (error) {
      if (outages.covers(from)) tally.failedInOutages += 1
      else tally.complain(`${visit.path} (${visit.kind}) had no answer: ${(error as Error).message}`)
    }
  }
  const visitor = async () => {
    while (!over.aborted) {
      await visitOne()
      await sleep(rest)
    }
  }
  await Promise.all(Array.from({ length: visitors }, visitor))
  agent.destroy()
}
