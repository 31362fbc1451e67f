import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { LibraryNews, LibraryState, PageFindings } from '@/lib/site/watch-library'

/** What the server told so far; `page` is absent until the page's file was looked at. */
type News = Partial<LibraryState & { page: PageFindings | null }>

/** What is wrong with the content, as the server tells it; reloads the page when the library changed. */
export function useNews(): News {
  const router = useRouter()
  const shown = useRef<{ sequence?: number; at: number }>({ at: 0 })
  const [news, setNews] = useState<News>({})

  useEffect(() => {
    const source = new EventSource(`/api/dev?page=${encodeURIComponent(location.pathname)}`)
    source.onmessage = ({ data }) => {
      const next = JSON.parse(data) as LibraryNews
      setNews((present) => ({ ...present, ...next }))
      if (!('sequence' in next)) return
      // The page may be older than the first news: it was asked for when the document's clock began.
      const { sequence = next.sequence, at } = shown.current
      if (next.sequence !== sequence || next.at > Math.max(at, performance.timeOrigin)) router.refresh()
      shown.current = next
    }
    return () => source.close()
  }, [router])

  return news
}
