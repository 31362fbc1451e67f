import type { Metadata } from 'next'
import { PageBody } from '@/components/layout/page-body'
import { NothingFound } from '@/components/search/nothing-found'
import { SearchField } from '@/components/search/search-field'
import { SearchResults } from '@/components/search/search-results'
import { SearchSummary } from '@/components/search/search-summary'
import { SubjectFilter } from '@/components/search/subject-filter'
import { Pagination } from '@/components/subject/pagination'
import { getLibrary } from '@/lib/content/queries'
import { getSearchPage, lastResultPage, listSubjectsFound } from '@/lib/content/search-page'
import { searchPath, toSearchPath } from '@/lib/routes'
import { longestQuery } from '@/lib/search/limits'
import { parseSearchParameters } from '@/lib/search/parameters'
import { splitSubject } from '@/lib/search/query'
import { toMetadata } from '@/lib/seo/metadata'

const subjectsShown = 12
const newestShown = 5

type Props = PageProps<'/search'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { text } = toAsked(await searchParams)
  return toMetadata({
    title: text ? `${text}: search` : 'Search',
    description: 'Questions and answers that match some words, from all subjects or from one.',
    path: searchPath,
    index: false,
  })
}

/** Without JavaScript too, and whatever is asked: what cannot be read counts as not asked. */
export default async function SearchResultsPage({ searchParams }: Props) {
  const { text, subject, page } = toAsked(await searchParams)
  const library = getLibrary()
  const asked = subject === undefined ? undefined : library.getSubject(subject)
  const search = getSearchPage(text, asked, page)
  return (
    <PageBody>
      <h1 className="mt-5">Search</h1>
      <SearchField large text={text} subject={asked?.slug} />
      {text !== '' && <SearchSummary text={text} {...search} />}
      {text !== '' && (
        <SubjectFilter
          text={splitSubject(text).rest}
          chosen={search.subject?.slug}
          subjects={listSubjectsFound(text)}
        />
      )}
      {search.results.length > 0 ? (
        <section aria-labelledby="search-results" className="max-w-reading">
          <h2 id="search-results" className="sr-only">
            Results
          </h2>
          <SearchResults results={search.results} words={search.words} />
          <Pagination
            page={search.page}
            pages={search.pages}
            toPath={(number) => toSearchPath(text, asked?.slug, number)}
            rel="nofollow"
          />
        </section>
      ) : (
        <NothingFound
          text={text}
          filtered={search.subject !== undefined}
          subjects={library.listSubjects().slice(0, subjectsShown)}
          newest={library.listNewest(newestShown)}
        />
      )}
    </PageBody>
  )
}

function toAsked(parameters: Record<string, string | string[] | undefined>) {
  const get = (name: string) => [parameters[name]].flat()[0] ?? ''
  const text = get('q')
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, longestQuery)
    .trim()
  const given = new URLSearchParams({ q: text, page: get('page') || '1', subject: get('subject') })
  const asked = parseSearchParameters(given, lastResultPage)
  return 'error' in asked ? { text, subject: get('subject') || undefined, page: 1 } : asked
}
