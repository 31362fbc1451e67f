import type { Viewport } from 'next'
import { colors } from '@/lib/core/design/tokens'

/** How wide a page is on a phone, and the colour of the browser's frame. */
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: colors.paper.light },
    { media: '(prefers-color-scheme: dark)', color: colors.paper.dark },
  ],
}
