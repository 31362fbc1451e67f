import type { CSSProperties } from 'react'
import { AskedInWays } from '@/components/question/asked-in-ways'
import { QuestionRows } from '@/components/question/question-rows'
import { Title } from '@/components/question/title'
import { toHue } from '@/components/subject/hue'
import { parseQuestionPath } from '@/lib/core/routes'
import type { SearchResult } from '@/lib/core/search-page'
import { toHighlightedPath } from '@/lib/core/search-paths'

/** The questions found, each with an excerpt of its answer around the search words. */
export function SearchResults({ results, words }: { results: readonly SearchResult[]; words: readonly string[] }) {
  return (
    <QuestionRows as="ol">
      {results.map(({ title, titleHtml, url, subject, ways, excerpt }) => (
        <li key={url}>
          <b style={{ '--hue': toHue(parseQuestionPath(url)?.subject ?? '') } as CSSProperties}>{subject}</b>
          <h3>
            <a href={toHighlightedPath(url, words)}>
              <Title title={title} titleHtml={titleHtml} />
            </a>
          </h3>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: lib/search/excerpt escapes all but its `<mark>` */}
          <p dangerouslySetInnerHTML={{ __html: excerpt }} />
          <AskedInWays url={url} ways={ways} />
        </li>
      ))}
    </QuestionRows>
  )
}
