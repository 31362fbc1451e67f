import { NotFound } from '@/components/layout/not-found'
import { listSubjects } from '@/lib/site/home-page'
import { goneMetadata } from '@/lib/site/seo/metadata'

export const metadata = goneMetadata

/** Shown at every address in content/gone.yml, with status 410. */
export default async function GonePage() {
  return (
    <NotFound subjects={await listSubjects()} heading="This question is no longer here">
      It was removed from the library and not replaced. Pick a subject to go on from here.
    </NotFound>
  )
}
