'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { LibraryNews } from '@/lib/content/watch-library'

/** In development: shows the page anew when a file was saved, and the mistakes of files that could not be compiled. */
export default function ContentNews() {
  const router = useRouter()
  const shown = useRef<number>(undefined)
  const [findings, setFindings] = useState<LibraryNews['findings']>([])

  useEffect(() => {
    const source = new EventSource('/api/dev')
    source.onmessage = ({ data }) => {
      const news = JSON.parse(data) as LibraryNews
      setFindings(news.findings)
      if (shown.current !== undefined && shown.current !== news.sequence) router.refresh()
      shown.current = news.sequence
    }
    return () => source.close()
  }, [router])

  if (findings.length === 0) return null
  return (
    <section
      role="alert"
      aria-label="Mistakes in the content"
      className="fixed inset-x-0 bottom-0 z-20 max-h-[50dvh] overflow-y-auto border-t-4 border-red-700 bg-card p-4 shadow-2xl"
    >
      <h2 className="font-bold">The files below were not published as they are</h2>
      <ul className="mt-2 space-y-2 font-mono text-sm">
        {findings.map(({ path, line, column, level, rule, message }) => (
          <li key={`${path}:${line}:${column}:${rule}`}>
            <span className="font-bold">
              {path}:{line}:{column}
            </span>{' '}
            {level} {rule}
            <br />
            {message}
          </li>
        ))}
      </ul>
    </section>
  )
}
