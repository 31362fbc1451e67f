import { transliterate } from 'transliteration'
import { nameSigns } from '@/lib/core/formula-words'

/** What is said for marks that change what a title asks, wherever they are. */
const spoken: Record<string, string> = {
  '+': 'plus',
  '−': 'minus',
  '=': 'equals',
  '<': 'less than',
  '>': 'greater than',
  '±': 'plus minus',
  '×': 'times',
  '÷': 'divided by',
  '≠': 'not equal to',
  '≤': 'at most',
  '≥': 'at least',
  '≈': 'about',
  '→': 'to',
  '⇌': 'to and from',
  '&': 'and',
  '%': 'percent',
  '‰': 'per mille',
  '°': 'degrees',
  '@': 'at',
  $: 'dollar',
  '€': 'euro',
  '£': 'pound',
  '♯': 'sharp',
  '♭': 'flat',
}

/** Two marks of a program for one. */
const comparisons: Record<string, string> = { '!=': '≠', '<=': '≤', '>=': '≥', '->': '→' }

/** The same for marks that only a title about them has by themselves. */
const spokenAlone: Record<string, string> = {
  '*': 'asterisk',
  '#': 'hash',
  '\\': 'backslash',
  '^': 'caret',
  '~': 'tilde',
  '|': 'pipe',
  _: 'underscore',
}

/**
 * The slug of a new question: a–z, 0–9 and hyphens. Marks and Greek letters that mean something are spelled (`C++` is
 * `c-plus-plus`, `α-decay` is `alpha-decay`), other scripts are transliterated. Empty if nothing of the title can be.
 */
export function toNewSlug(title: string): string {
  const written = title
    .normalize('NFKC')
    .replace(/!=|<=|>=|->/g, (marks) => comparisons[marks] as string)
    .replace(/(?<=\p{L})#/gu, ' sharp ')
    .replace(/(?<=(?<!\p{L})\p{L})\*(?![\p{L}\p{N}*])/gu, ' star ')
    .replace(/(?<=^|[\s(])-(?=\d)/g, ' minus ')
    .replace(/(?<![\p{L}\p{N}])\.(?=\p{L})/gu, ' dot ')
    .replace(/(?<=^|\s)[^\p{L}\p{N}\s]+(?=\s|$)/gu, (marks) => spell(marks, spokenAlone))
  const latin = transliterate(nameSigns(spell(written, spoken)))
  return latin
    .normalize('NFKD')
    .replace(/[\p{M}'’`"“”]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

const spell = (text: string, names: Record<string, string>) =>
  text.replace(/[^\p{L}\p{N}\s]/gu, (mark) => (names[mark] ? ` ${names[mark]} ` : mark))
