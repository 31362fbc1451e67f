import { NotFound } from '@/components/layout/not-found'
import { getLostPage } from '@/lib/site/lost-page'
import { notFoundMetadata } from '@/lib/site/seo/metadata'

export const metadata = notFoundMetadata

/** What is shown at an address that leads nowhere, `path`, with the status 404: what was meant, if that can be told. */
export default async function LostPage({ searchParams }: PageProps<'/lost'>) {
  const { path } = await searchParams
  return <NotFound {...(await getLostPage([path].flat()[0] ?? ''))} />
}
