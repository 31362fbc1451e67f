import { transliterate } from 'transliteration'
import { nameSigns } from '@/lib/core/formula-words'

/** Words for signs that change what a title asks, wherever they are. */
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

/** Pairs of characters that programs write for one sign. */
const comparisons: Record<string, string> = { '!=': '≠', '<=': '≤', '>=': '≥', '->': '→' }

/** Words for signs that stand by themselves only in a title about them. */
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
 * The slug of a new question: a–z, 0–9 and hyphens. Signs and Greek letters are spelled out (`C++` is `c-plus-plus`,
 * `α-decay` is `alpha-decay`), other scripts are transliterated. Empty if nothing in the title can be.
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
