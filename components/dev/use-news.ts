import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { LibraryNews, LibraryState, PageFindings } from '@/lib/site/watch-library'

/** What the server has sent so far; `page` is absent until the page's file was checked. */
type News = Partial<LibraryState & { page: PageFindings | null }>

/** The findings that the server sends; refreshes the page when the library changes. */
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
      // The page may be older than the first message: it was requested at `timeOrigin`.
      const { sequence = next.sequence, at } = shown.current
      if (next.sequence !== sequence || next.at > Math.max(at, performance.timeOrigin)) router.refresh()
      shown.current = next
    }
    return () => source.close()
  }, [router])

  return news
}
