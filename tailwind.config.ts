import typography from '@tailwindcss/typography'
import type { Config } from 'tailwindcss'

/** The values of the colours, in light and dark, stand in app/globals.css. */
export default {
  content: ['./app/**/*.tsx', './components/**/*.tsx'],
  theme: {
    extend: {
      colors: {
        paper: 'var(--paper)',
        card: 'var(--card)',
        line: 'var(--line)',
        ink: 'var(--ink)',
        soft: 'var(--soft)',
        accent: 'var(--accent)',
      },
      fontFamily: {
        serif: ['Charter', 'Bitstream Charter', 'Sitka Text', 'Cambria', 'Georgia', 'serif'],
        sans: ['system-ui', 'Segoe UI', 'Roboto', 'Helvetica Neue', 'Noto Sans', 'sans-serif'],
        mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'Liberation Mono', 'monospace'],
      },
      maxWidth: { page: '74rem', reading: '42rem' },
      typography: {
        DEFAULT: {
          css: {
            '--tw-prose-body': 'var(--ink)',
            '--tw-prose-headings': 'var(--ink)',
            '--tw-prose-lead': 'var(--soft)',
            '--tw-prose-links': 'var(--accent)',
            '--tw-prose-bold': 'var(--ink)',
            '--tw-prose-counters': 'var(--soft)',
            '--tw-prose-bullets': 'var(--soft)',
            '--tw-prose-hr': 'var(--line)',
            '--tw-prose-quotes': 'var(--ink)',
            '--tw-prose-quote-borders': 'var(--accent)',
            '--tw-prose-captions': 'var(--soft)',
            '--tw-prose-code': 'var(--ink)',
            '--tw-prose-th-borders': 'var(--soft)',
            '--tw-prose-td-borders': 'var(--line)',
            h2: { fontSize: '1.4em', marginTop: '1.8em', marginBottom: '0.6em' },
            h3: { fontSize: '1.15em', marginTop: '1.6em' },
            li: { marginTop: '0.35em', marginBottom: '0.35em' },
            a: { textUnderlineOffset: '0.2em', fontWeight: 'inherit' },
            'code::before': { content: 'none' },
            'code::after': { content: 'none' },
            'blockquote p:first-of-type::before': { content: 'none' },
            'blockquote p:last-of-type::after': { content: 'none' },
          },
        },
      },
    },
  },
  plugins: [typography],
} satisfies Config
