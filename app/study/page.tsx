import { Lead } from '@/components/layout/lead'
import { PageBody } from '@/components/layout/page-body'
import { StudyList } from '@/components/practise/study-list'
import { studyPath } from '@/lib/core/routes'
import { toMetadata } from '@/lib/site/seo/metadata'

export const metadata = toMetadata({
  title: 'Study',
  description: 'The questions that you practise, and those that are due today.',
  path: studyPath,
  index: false,
})

/** The same HTML for everybody: the browser fills it in from its own storage. */
export default function StudyPage() {
  return (
    <PageBody>
      <h1 className="mt-5">Study</h1>
      <Lead>What you practise comes back just before you would forget it. All of it stays in this browser.</Lead>
      <StudyList />
    </PageBody>
  )
}
