import { BreadcrumbJsonLd, OrganizationJsonLd, ProfilePageJsonLd } from 'next-seo'
import { toQuestionPath, toSubjectPath, toTopicPath } from '@/lib/core/routes'
import { site, toAbsoluteUrl } from '@/lib/core/site'
import type { StructuredData } from '@/lib/core/structured-data'
import type { QuestionSummary } from '@/lib/core/types'
import type { AuthorPage, SubjectPage, TopicPage } from '@/lib/library/pages'
import { type Breadcrumbs, toBreadcrumbs, toSubjectBreadcrumbs, toTopicBreadcrumbs } from './breadcrumbs'
import { buildData } from './next-seo'
import { publisher, toAuthor } from './organization'

/** The last crumb is the page itself, which needs no address. */
export function toBreadcrumbList({ crumbs, current }: Breadcrumbs): StructuredData {
  const items = [...crumbs.map(({ name, path }) => ({ name, item: toAbsoluteUrl(path) })), { name: current }]
  return buildData(BreadcrumbJsonLd, { items })
}

/** The site and its publisher, only on the home page. https://developers.google.com/search/docs/appearance/site-names */
export function toHomeData(): StructuredData[] {
  const { name, url, logo } = publisher
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name,
      url,
      description: site.tagline,
      inLanguage: site.language,
    },
    buildData(OrganizationJsonLd, { name, url, logo }),
  ]
}

/** https://developers.google.com/search/docs/appearance/structured-data/profile-page */
export function toAuthorData({ author, list }: AuthorPage): StructuredData[] {
  const interactionType = 'https://schema.org/WriteAction'
  const mainEntity = {
    ...toAuthor(author.slug, author.name),
    agentInteractionStatistic: {
      '@type': 'InteractionCounter' as const,
      interactionType,
      userInteractionCount: list.total,
    },
  }
  return [buildData(ProfilePageJsonLd, { mainEntity }), toBreadcrumbList(toBreadcrumbs(author.name))]
}

export function toSubjectData({ subject, list, order }: SubjectPage): StructuredData[] {
  const path = toSubjectPath(subject.slug, order, list.page)
  const { title: name, description } = subject
  return toCollectionData({ name, description, path, breadcrumbs: toSubjectBreadcrumbs(subject) }, list.questions)
}

export function toTopicData({ subject, topic, list }: TopicPage): StructuredData[] {
  const path = toTopicPath(subject.slug, topic.slug, list.page)
  return toCollectionData(
    { name: topic.name, description: null, path, breadcrumbs: toTopicBreadcrumbs(subject, topic) },
    list.questions,
  )
}

/** A list page: what it is about, and the rows that it shows. */
function toCollectionData(
  page: { name: string; description: string | null; path: string; breadcrumbs: Breadcrumbs },
  rows: readonly QuestionSummary[],
): StructuredData[] {
  const itemListElement = rows.map(({ subject, slug }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    url: toAbsoluteUrl(toQuestionPath(subject, slug)),
  }))
  const collection = {
    '@context': 'https://schema.org' as const,
    '@type': 'CollectionPage',
    name: page.name,
    description: page.description ?? undefined,
    url: toAbsoluteUrl(page.path),
    inLanguage: site.language,
    mainEntity: { '@type': 'ItemList', numberOfItems: rows.length, itemListElement },
  }
  return [collection, toBreadcrumbList(page.breadcrumbs)]
}
