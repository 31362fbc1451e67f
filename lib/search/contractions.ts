/** Verbs before `n't`, two of them shortened (`can't`, `won't`). */
const verbs = 'do|does|did|is|are|was|were|have|has|had|ca|wo|could|would|should|must|need|might'
const whole = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
])

const negated = new RegExp(`(?<![\\p{L}\\p{N}])(${verbs})n['’‘]?t(?![\\p{L}\\p{N}])`, 'giu')

const before = 'i|you|he|she|it|we|they|who|what|that|there|where|how|could|would|should|must|might'
const shortened = new RegExp(`(?<![\\p{L}\\p{N}])(${before})['’‘](ve|re|ll|d|m)(?![\\p{L}\\p{N}])`, 'giu')
const verbOf: Record<string, string> = { ve: 'have', re: 'are', ll: 'will', d: 'would', m: 'am' }

/**
 * Expands contractions, `don't` and `dont` to `do not`: unexpanded, they would be searched for like words with a meaning.
 */
export const spellContractions = (text: string) =>
  text
    .replace(negated, (_, verb: string) => `${whole.get(verb.toLowerCase()) ?? verb} not`)
    .replace(shortened, (_, word: string, verb: string) => `${word} ${verbOf[verb.toLowerCase()]}`)
