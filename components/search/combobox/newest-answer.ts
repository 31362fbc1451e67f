import type { SearchResult } from '@/lib/core/search-page'
import { searchApiPath } from '@/lib/core/search-paths'

/** What `/api/search` answers, as far as it is shown; `error` where it refused. */
export type SearchAnswer = {
  corrected: string | null
  words: string[]
  total: number
  capped: boolean
  subjects: { title: string; url: string; questions: number }[]
  topics: { title: string; url: string; subject: string }[]
  results: Omit<SearchResult, 'titleHtml' | 'ways'>[]
  error?: string
}

/** So long somebody has to pause in typing before a search is sent, in milliseconds. */
const pause = 120

/**
 * Searches for what was typed last. A search that is overtaken is broken off, and should its answer come all the same
 * it is not shown. `show` is called with the answer to the newest text alone; `subject` is one to keep to.
 */
export function createSearcher(subject: string | undefined, show: (text: string, answer: SearchAnswer) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | undefined

  function stop() {
    clearTimeout(timer)
    running?.abort()
    running = undefined
  }

  async function ask(text: string) {
    const controller = new AbortController()
    running = controller
    const parameters = new URLSearchParams({ q: text, ...(subject && { subject }) })
    try {
      const response = await fetch(`${searchApiPath}?${parameters}`, { signal: controller.signal })
      const answer: SearchAnswer = await response.json()
      if (running === controller) show(text, answer)
    } catch {
      // Broken off, or no network: the form still works, and says so better.
    }
  }

  return {
    stop,
    search(text: string) {
      stop()
      timer = setTimeout(() => ask(text), pause)
    },
  }
}
