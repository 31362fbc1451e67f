import { defineFamily } from './rule'

export const movedRules = defineFamily({
  title: 'Old addresses',
  rules: {
    'alias-address': {
      level: 'error',
      blocks: true,
      expects:
        'An old address in “aliases” is a path as it stood behind the name of the site, and no page of the site’s own.',
      why: 'Visitors who ask for it are led to the question; nobody can ask for anything else.',
      wrong: 'aliases: [https://learn.example.org/learn/physics/questions/what-is-warmth]',
      right: 'aliases: [/learn/physics/questions/what-is-warmth]',
    },
    'alias-unique': {
      level: 'error',
      blocks: true,
      expects: 'An old address leads to one question only, and is not the address of a page that exists.',
      why: 'A redirect can lead to one place, and the address of a page that exists shows that page.',
      wrong: 'aliases: [/learn/physics/questions/what-is-cold]      (which exists)',
      right: 'aliases: [/learn/physics/questions/what-is-warmth]    (which was renamed)',
    },
    'alias-no-index': {
      level: 'error',
      blocks: true,
      expects: 'A question with “no_index” has no “aliases”.',
      why: 'An old address hands what search engines know of it to the new page, which they must not show.',
      wrong: 'no_index: true\naliases: [/learn/physics/questions/what-is-warmth]',
      right: 'aliases: [/learn/physics/questions/what-is-warmth]',
    },
    'gone-address': {
      level: 'error',
      blocks: true,
      expects: 'content/gone.yml names addresses, each once, and below each at most a “date” and a “reason”.',
      why: 'Each is answered with “410 Gone”, so that search engines forget it soon.',
      wrong: 'what-is-ether: gone',
      right: '/learn/physics/questions/what-is-ether:\n  date: 2026-11-20\n  reason: Answered by “What is a field?”.',
    },
    'gone-exists': {
      level: 'error',
      blocks: true,
      expects: 'An address in content/gone.yml is no page that exists and no question’s alias.',
      why: 'It cannot be gone and there.',
      wrong: '/learn/physics/questions/what-is-heat:                (which exists)',
      right: '/learn/physics/questions/what-is-ether:               (which was removed)',
    },
  },
})
