import typography from '@tailwindcss/typography'
import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'
import { colors, toProperties } from './lib/core/design/tokens'

/** The system decides between light and dark, a choice that the visitor made overrules it, and paper is white. */
const themes = plugin(({ addBase }) => {
  addBase({
    ':root': toProperties('light'),
    '@media (prefers-color-scheme: dark)': { ':root:not([data-theme="light"])': toProperties('dark') },
    ':root[data-theme="dark"]': toProperties('dark'),
    '@media print': { ':root:root:root': { ...toProperties('light'), '--paper': '#fff', '--card': '#fff' } },
  })
})

export default {
  content: ['./app/**/*.tsx', './components/**/*.tsx'],
  theme: {
    extend: {
      colors: Object.fromEntries(Object.keys(colors).map((name) => [name, `var(--${name})`])),
      fontFamily: {
        mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'Liberation Mono', 'monospace'],
      },
      maxWidth: { reading: '41rem' },
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
            '--tw-prose-quote-borders': 'var(--line)',
            '--tw-prose-captions': 'var(--soft)',
            '--tw-prose-code': 'var(--ink)',
            '--tw-prose-th-borders': 'var(--soft)',
            '--tw-prose-td-borders': 'var(--line)',
            h2: { fontSize: '1.375em', fontWeight: '650', marginTop: '1.9em', marginBottom: '0.6em' },
            h3: { fontSize: '1.125em', fontWeight: '650', marginTop: '1.6em' },
            li: { marginTop: '0.4em', marginBottom: '0.4em' },
            a: { textUnderlineOffset: '0.2em', fontWeight: 'inherit' },
            blockquote: { fontStyle: 'normal', fontWeight: 'inherit' },
            'code::before': { content: 'none' },
            'code::after': { content: 'none' },
            'blockquote p:first-of-type::before': { content: 'none' },
            'blockquote p:last-of-type::after': { content: 'none' },
          },
        },
      },
    },
  },
  plugins: [typography, themes],
} satisfies Config
