import type { SearchResult } from '@/lib/core/search-page'
import { searchApiPath } from '@/lib/core/search-paths'

/** The fields of a `/api/search` response that are shown; `error` if it refused. */
export type SearchAnswer = {
  corrected: string | null
  words: string[]
  total: number
  capped: boolean
  subjects: { title: string; url: string }[]
  topics: { title: string; url: string; subject: string }[]
  results: Omit<SearchResult, 'titleHtml' | 'ways'>[]
  error?: string
}

/** The debounce delay: how long the visitor must pause in typing before a search is sent, in milliseconds. */
const pause = 120

/**
 * Searches for what was typed last. A search that is overtaken is aborted, and its answer ignored if it still arrives.
 * `show` is called only with the answer to the newest text; `subject` limits the search to one subject.
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
      // Aborted, or no network: the form still works, and its page reports errors better.
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
