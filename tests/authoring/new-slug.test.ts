import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toPlainLine } from '@/lib/answer/title'
import { toNewSlug } from '@/lib/authoring/new-slug'
import { isSlug } from '@/lib/core/names'

const slugs: [title: string, slug: string][] = [
  ['What is C++?', 'what-is-c-plus-plus'],
  ['What is C#?', 'what-is-c-sharp'],
  ['What is C?', 'what-is-c'],
  ['What is F♯ major?', 'what-is-f-sharp-major'],
  ['What is .NET?', 'what-is-dot-net'],
  ['What is Node.js?', 'what-is-node-js'],
  ['What is A* search?', 'what-is-a-star-search'],
  ['What is a C*-algebra?', 'what-is-a-c-star-algebra'],
  ['What is R&D?', 'what-is-r-and-d'],
  ['What does * do in C?', 'what-does-asterisk-do-in-c'],
  ['What does != mean in C?', 'what-does-not-equal-to-mean-in-c'],
  ['What is β-decay?', 'what-is-beta-decay'],
  ['What is α decay?', 'what-is-alpha-decay'],
  ['What is π?', 'what-is-pi'],
  ['What is the square of ∞?', 'what-is-the-square-of-infinity'],
  ['Why is ΔG < 0?', 'why-is-delta-g-less-than-0'],
  ['What is $\\alpha$?', 'what-is-alpha'],
  ['What is $x^2$?', 'what-is-x2'],
  ['What is H₂O?', 'what-is-h2o'],
  ['What is 10⁻³?', 'what-is-10-minus-3'],
  ['What is the absolute value of -1?', 'what-is-the-absolute-value-of-minus-1'],
  ['How is 50 % of 10 found?', 'how-is-50-percent-of-10-found'],
  ['What is *in vitro* growth?', 'what-is-in-vitro-growth'],
  ['What is a break-even point?', 'what-is-a-break-even-point'],
  ['What is a dipole–dipole force?', 'what-is-a-dipole-dipole-force'],
  ['What is Newton’s second law?', 'what-is-newtons-second-law'],
  ["Who is O'Brien?", 'who-is-obrien'],
  ['  Poincaré:\twhy, “Straße”?  ', 'poincare-why-strasse'],
  ['Что такое энтропия?', 'chto-takoe-entropiya'],
  ['什么是熵？', 'shi-me-shi-shang'],
  ['엔트로피란 무엇입니까?', 'enteuropiran-mueosibnigga'],
  ['🧲 magnets?', 'magnets'],
  ['--help me: why?', 'help-me-why'],
  ['../../../etc/passwd', 'etc-passwd'],
  ['¿?', ''],
  ['🧲', ''],
]

for (const [title, slug] of slugs) {
  test(`the slug of ${JSON.stringify(title)} is ${slug || 'none'}`, () => {
    assert.equal(toNewSlug(toPlainLine(title)), slug)
    if (slug !== '') assert.ok(isSlug(slug))
  })
}
