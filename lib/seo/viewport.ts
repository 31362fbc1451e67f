import type { Viewport } from 'next'

/** How wide a page is on a phone, and the colour of the browser around it; the colours are those of app/globals.css. */
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf7f1' },
    { media: '(prefers-color-scheme: dark)', color: '#171613' },
  ],
}
