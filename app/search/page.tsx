import type { Metadata } from 'next'
import { Lead } from '@/components/layout/lead'
import { PageBody } from '@/components/layout/page-body'
import { MoreResults } from '@/components/search/more-results'
import { NamedTopics } from '@/components/search/named-topics'
import { NothingFound } from '@/components/search/nothing-found'
import { SearchField } from '@/components/search/search-field'
import { SearchResults } from '@/components/search/search-results'
import { SearchSummary } from '@/components/search/search-summary'
import { SubjectFilter } from '@/components/search/subject-filter'
import { Pagination } from '@/components/subject/pagination'
import { SubjectGrid } from '@/components/subject/subject-grid'
import { longestQuery } from '@/lib/core/search-limits'
import { searchPath, toSearchPath } from '@/lib/core/search-paths'
import { getHomePage } from '@/lib/site/home-page'
import { getSearchPage, lastResultPage } from '@/lib/site/search-page'
import { parseSearchParameters } from '@/lib/site/search-parameters'
import { toMetadata } from '@/lib/site/seo/metadata'

const subjectsShown = 12
const newestShown = 5

type Props = PageProps<'/search'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { text } = toAsked(await searchParams)
  return toMetadata({
    title: text ? `${text}: search` : 'Search',
    description: 'Questions and answers that match your words, from all subjects or from one.',
    path: searchPath,
    index: false,
  })
}

/** Works without JavaScript and for any query string: invalid parameters are ignored. */
export default async function SearchResultsPage({ searchParams }: Props) {
  const parameters = toAsked(await searchParams)
  const { text, subject, more } = parameters
  const search = await getSearchPage(parameters)
  if (!search) return <TooManySearches text={text} subject={subject} />
  const asked = search.subject?.slug === subject ? subject : undefined
  const toPath = (number: number) => toSearchPath(text, asked, number, more)
  return (
    <PageBody>
      <h1 className="mt-5">Search</h1>
      <SearchField large text={text} subject={asked} />
      {search.named.length > 0 && (
        <section aria-label="Subjects with this name" className="mt-4 max-w-reading">
          <SubjectGrid subjects={search.named} headingLevel="h2" />
        </section>
      )}
      {search.topics.length > 0 && <NamedTopics topics={search.topics} />}
      {text !== '' && <SearchSummary text={text} all={more} toPath={toPath} {...search} />}
      {text !== '' && (
        <SubjectFilter
          text={search.unfiltered}
          more={more}
          chosen={search.subject?.slug}
          everywhere={search.everywhere}
          subjects={search.subjects}
        />
      )}
      {search.results.length > 0 ? (
        <section aria-labelledby="page:results" className="max-w-reading">
          <h2 id="page:results" className="sr-only">
            Results
          </h2>
          <SearchResults results={search.results} words={search.words} />
          <Pagination page={search.page} pages={search.pages} toPath={toPath} rel="nofollow" />
          {search.more > 0 && search.page === search.pages && (
            <MoreResults {...search} path={toSearchPath(text, asked, 1, true)} />
          )}
        </section>
      ) : (
        // If only the page number is out of range, other words would not help.
        search.total === 0 && <NothingFoundBelow text={text} filtered={search.subject !== undefined} />
      )}
    </PageBody>
  )
}

/** The server sends this with status 503. */
const TooManySearches = ({ text, subject }: { text: string; subject: string | undefined }) => (
  <PageBody>
    <h1 className="mt-5">Search</h1>
    <SearchField large text={text} subject={subject} />
    <Lead>Too many searches are waiting. Please try again in a moment.</Lead>
  </PageBody>
)

async function NothingFoundBelow(props: { text: string; filtered: boolean }) {
  const { subjects, newest } = await getHomePage(newestShown)
  return <NothingFound {...props} subjects={subjects.slice(0, subjectsShown)} newest={newest} />
}

function toAsked(parameters: Record<string, string | string[] | undefined>) {
  const get = (name: string) => [parameters[name]].flat()[0] ?? ''
  const text = get('q')
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, longestQuery)
    .trim()
  const given = new URLSearchParams({ q: text, page: get('page') || '1', subject: get('subject'), more: get('more') })
  const asked = parseSearchParameters(given, lastResultPage)
  return 'error' in asked ? { text, subject: get('subject') || undefined, page: 1, more: false } : asked
}
