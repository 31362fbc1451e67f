import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toTitleIdentity } from '@/lib/core/names'

const same = [
  ['What is break-even?', ' what is Breakéven'],
  ['What is “Heat”?', 'What is heat'],
  ['What is R&D?', 'What is R & D?'],
  ['Why did 1914-1918 matter?', 'Why did 1914 – 1918 matter?'],
  ['What are 1,000 grams?', 'What are 1000 grams?'],
  ['What is *in vitro* growth?', 'What is in-vitro growth?'],
  ['What is COVID-19?', 'What is COVID 19?'],
  ['What is $x^2$?', 'What is x²?'],
  ['Is it true and/or false?', 'Is it true and / or false?'],
]

const different = [
  ['In C?', 'In C++?', 'In C#?', 'In C*?'],
  ['What is α-decay?', 'What is β-decay?'],
  ['What is A* search?', 'What is a search?'],
  ['What does & do?', 'What does * do?', 'What does ~ do?', 'What does do?'],
  ['What is 1.5?', 'What is 15?', 'What is 1:5?', 'What is 1/5?', 'What is 1 - 5?'],
  ['What is |-1|?', 'What is |1|?'],
  ['What is 5 %?', 'What is 5?'],
  ['什么是熵？', '什么是力？'],
  ['क्या है की?', 'क्या है का?'],
  ['か?', 'が?'],
]

for (const titles of same) {
  test(`ask the same: ${titles.join(' ')}`, () => {
    assert.equal(new Set(titles.map(toTitleIdentity)).size, 1, titles.map(toTitleIdentity).join(' '))
  })
}

for (const titles of different) {
  test(`ask different things: ${titles.join(' ')}`, () => {
    assert.equal(new Set(titles.map(toTitleIdentity)).size, titles.length, titles.map(toTitleIdentity).join(' '))
  })
}
