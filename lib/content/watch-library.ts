import 'server-only'
import { readFileSync } from 'node:fs'
import { settings } from '@/lib/settings'
import type { Finding } from './finding'
import { toFindingsFile } from './findings-file'
import { getLibrary } from './queries'

/** The number of the compile that is shown, and everything that is wrong with the content's files. */
export type LibraryNews = { sequence: number; findings: Finding[] }

/** How often a page in development looks for news, in ms. */
const interval = 100

/** Gives the news once, and again whenever there are some; call what it returns to end that. */
export function watchLibrary(onNews: (news: LibraryNews) => void): () => void {
  let told = ''
  const look = () => {
    const news = JSON.stringify({ sequence: getLibrary().getSequence(), findings: readFindings() })
    if (news !== told) onNews(JSON.parse(news))
    told = news
  }
  look()
  const timer = setInterval(look, interval)
  return () => clearInterval(timer)
}

function readFindings(): Finding[] {
  try {
    return JSON.parse(readFileSync(toFindingsFile(settings.contentDb), 'utf8'))
  } catch {
    // Not there yet, or half written: the next look sees it.
    return []
  }
}
