import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toWorth } from '@/lib/search/worth'

/** In this library half of the titles' words are among the keywords. */
const all = { titled: 2_000, repeated: 1_000 }

test('a word that authors repeat among their keywords is worth more than one they do not', () => {
  const topic = toWorth({ titled: 40, repeated: 38 }, all)
  const talk = toWorth({ titled: 40, repeated: 1 }, all)
  assert.ok(topic > 1 && topic < 2, String(topic))
  assert.ok(talk > 0.2 && talk < 0.5, String(talk))
})

test('one title says little about a word, no title nothing', () => {
  assert.equal(toWorth({ titled: 0, repeated: 0 }, all), 1)
  assert.ok(toWorth({ titled: 1, repeated: 0 }, all) > 0.8)
})

test('without keywords all words are worth the same', () => {
  const none = { titled: 2_000, repeated: 0 }
  assert.equal(toWorth({ titled: 40, repeated: 0 }, none), 1)
  assert.equal(toWorth({ titled: 0, repeated: 0 }, { titled: 0, repeated: 0 }), 1)
})
