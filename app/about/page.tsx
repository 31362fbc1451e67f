import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/layout/breadcrumbs'
import { PageBody } from '@/components/layout/page-body'
import { JsonLd } from '@/components/seo/json-ld'
import { aboutPath, subjectsPath } from '@/lib/core/routes'
import { site } from '@/lib/core/site'
import { toBreadcrumbs } from '@/lib/site/seo/breadcrumbs'
import { toBreadcrumbList } from '@/lib/site/seo/list-data'
import { toMetadata } from '@/lib/site/seo/metadata'

export const metadata: Metadata = toMetadata({
  title: 'About',
  description: `What ${site.name} is, how its answers are written and checked, and how mistakes are fixed.`,
  path: aboutPath,
  type: 'article',
})

const breadcrumbs = toBreadcrumbs('About')

export default function AboutPage() {
  return (
    <PageBody>
      <JsonLd data={[toBreadcrumbList(breadcrumbs)]} />
      <Breadcrumbs {...breadcrumbs} />
      <article className="answer prose">
        <h1>About {site.name}</h1>
        <p>
          {site.name} is a library of questions that students ask, each with one answer: short enough to read between
          two lectures, complete enough to be understood without a second source.
        </p>
        <h2>How an answer is built</h2>
        <p>
          It begins with the answer itself, then explains why. Formulas are real mathematics that a screen reader can
          read aloud; code can be copied and run.
        </p>
        <h2>How answers stay right</h2>
        <p>
          Every question is a text file with a history. Changes are proposed in the open and checked automatically
          before anybody reads them. A page names its author and, where its file says so, who reviewed the answer, which
          sources verify it, and whether an AI helped to write it. The date on a page is the day it was written, and
          “Updated” appears only when the answer really changed.
        </p>
        <h2>What it asks of you</h2>
        <p>
          Nothing: no account, no tracking, no advertising. Pages work without JavaScript and are small enough for a
          slow connection. <a href={subjectsPath}>Choose a subject</a> and begin.
        </p>
      </article>
    </PageBody>
  )
}
