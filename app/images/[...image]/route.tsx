import { ImageResponse } from 'next/og'
import { LinkImage } from '@/components/images/link-image'
import { isNotModified } from '@/lib/core/conditional-request'
import { imageSize, isDrawable } from '@/lib/core/design/picture'
import { site } from '@/lib/core/site'
import { findImage } from '@/lib/site/pictures/find-image'
import { fonts } from '@/lib/site/pictures/fonts'
import { ImageStore, toImageKey } from '@/lib/site/pictures/image-store'

const images = new ImageStore()

/** Sites that preview links cache pictures for days anyway; a changed title shows here within a day. */
const headers = { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400, stale-while-revalidate=604800' }

/** The link preview of the site, a subject or a question, drawn when first requested. */
export async function GET(request: Request, { params }: RouteContext<'/images/[...image]'>) {
  const image = await findImage((await params).image)
  if (!image)
    return new Response('There is no such picture.\n', { status: 404, headers: { 'x-robots-tag': 'noindex' } })

  const key = toImageKey(image)
  const etag = `"${key}"`
  if (isNotModified({ ifNoneMatch: request.headers.get('if-none-match') }, { etag }))
    return new Response(null, { status: 304, headers: { ...headers, etag } })

  const png = await images.get(key, async () => {
    const drawn = new ImageResponse(<LinkImage image={image} siteName={isDrawable(site.name) ? site.name : ''} />, {
      ...imageSize,
      fonts,
    })
    return Buffer.from(await drawn.arrayBuffer())
  })
  if (!png)
    return new Response('Too many pictures were requested at once.\n', {
      status: 503,
      headers: { 'retry-after': '30' },
    })
  return new Response(new Uint8Array(png), { headers: { ...headers, etag } })
}
