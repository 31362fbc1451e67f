import type { MetadataRoute } from 'next'
import { iconAddresses } from '@/components/layout/icons/addresses'
import { colors } from '@/lib/core/design/tokens'
import { homePath } from '@/lib/core/routes'
import { site } from '@/lib/core/site'

// The name is set when the server starts, not when the site is built.
export const dynamic = 'force-dynamic'

/** For phones that install the site as an app. https://www.w3.org/TR/appmanifest/ */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: site.name,
    short_name: site.name,
    description: site.description,
    lang: site.language,
    start_url: homePath,
    display: 'minimal-ui',
    background_color: colors.paper.light,
    theme_color: colors.paper.light,
    icons: [
      { src: iconAddresses.small, sizes: '192x192', type: 'image/png' },
      { src: iconAddresses.large, sizes: '512x512', type: 'image/png' },
      { src: iconAddresses.maskable, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
