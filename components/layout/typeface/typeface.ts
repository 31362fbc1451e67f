import localFont from 'next/font/local'

/**
 * Literata, drawn for long reading on screens, for all that is not code. Where it is not there in time the system's serif stays for that page:
 * text is never invisible and never moves (docs/decisions tells how the file was made).
 */
export const literata = localFont({
  src: './literata.woff2',
  weight: '400 700',
  display: 'optional',
  variable: '--font-text',
  adjustFontFallback: 'Times New Roman',
  fallback: ['Charter', 'Bitstream Charter', 'Sitka Text', 'Cambria', 'Noto Serif', 'Georgia', 'serif'],
})
