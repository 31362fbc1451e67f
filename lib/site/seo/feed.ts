import { toInstant } from '@/lib/core/dates'
import { toFeedPath, toQuestionPath } from '@/lib/core/routes'
import { site, toAbsoluteUrl } from '@/lib/core/site'
import type { FeedEntry } from '@/lib/core/types'
import { escapeXml, xmlDeclaration } from '@/lib/core/xml'

/** A feed: of the whole site, or of the subject whose slug and title are given. */
export type Feed = { subject: { slug: string; title: string } | undefined; path: string; entries: FeedEntry[] }

/** An Atom feed, https://www.rfc-editor.org/rfc/rfc4287; the address of a question is its id. */
export function toFeed({ subject, path, entries }: Feed): string {
  const title = subject ? `${subject.title} – ${site.name}` : site.name
  const self = toAbsoluteUrl(toFeedPath(subject?.slug))
  const newest =
    entries
      .map(({ modified }) => modified)
      .sort()
      .at(-1) ?? '1970-01-01'
  return `${xmlDeclaration}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
<title>${escapeXml(title)}</title>
<id>${escapeXml(self)}</id>
<updated>${toInstant(newest)}</updated>
<author><name>${escapeXml(site.name)}</name><uri>${escapeXml(site.url)}</uri></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(toAbsoluteUrl(path))}"/>
${entries.map(toEntry).join('')}</feed>
`
}

function toEntry({ subject, slug, title, description, date, modified, authorName, subjectTitle }: FeedEntry): string {
  const address = escapeXml(toAbsoluteUrl(toQuestionPath(subject, slug)))
  return `<entry>
<title>${escapeXml(title)}</title>
<id>${address}</id>
<link rel="alternate" type="text/html" href="${address}"/>
<published>${toInstant(date)}</published>
<updated>${toInstant(modified)}</updated>
<author><name>${escapeXml(authorName)}</name></author>
<category term="${escapeXml(subject)}" label="${escapeXml(subjectTitle)}"/>
<summary>${escapeXml(description)}</summary>
</entry>
`
}
