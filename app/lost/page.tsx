import { NotFound } from '@/components/layout/not-found'
import { getLostPage } from '@/lib/site/lost-page'
import { notFoundMetadata } from '@/lib/site/seo/metadata'

export const metadata = notFoundMetadata

/** Shown at an unknown address, `path`, with status 404: suggests what was probably meant, if anything is similar. */
export default async function LostPage({ searchParams }: PageProps<'/lost'>) {
  const { path } = await searchParams
  return <NotFound {...(await getLostPage([path].flat()[0] ?? ''))} />
}
