import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listNamedSubjects } from '@/lib/search/named-subjects'
import { parseQuery } from '@/lib/search/query'

const subjects = [
  'Biology',
  'Physics',
  'Marine biology',
  'Biochemistry',
  'Computer Science',
  'Accounting and Finance',
  'Law',
  'Mathematics',
].map((title) => ({
  slug: title.toLowerCase().replaceAll(' ', '-'),
  title,
  badge: '',
  description: null,
  questions: 1,
}))
const find = (text: string) => listNamedSubjects(subjects, parseQuery(text)).map(({ title }) => title)

test('a query that is the name of a subject', () => {
  for (const [text, ...expected] of [
    ['physics', 'Physics'],
    ['  PHYSICS ', 'Physics'],
    ['"computer science"', 'Computer Science'],
    ['computer sciences', 'Computer Science'],
    ['accounting finance', 'Accounting and Finance'],
    ['accounting & finance', 'Accounting and Finance'],
    ['law', 'Law'],
    ['bio', 'Biology', 'Biochemistry'],
    ['bio ', 'Biology'],
    ['maths', 'Mathematics'],
    ['maths homework'],
    ['ma'],
    ['phisics', 'Physics'],
    ['biolgy', 'Biology'],
    ['computre scienec', 'Computer Science'],
    ['lae'],
    ['physics of light'],
    ['subject:physics'],
    ['and'],
    [''],
    ['?!'],
  ] as const)
    assert.deepEqual(find(text), expected, text)
})
