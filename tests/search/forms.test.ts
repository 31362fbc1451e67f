import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { listForms } from '@/lib/search/forms/forms'
import { parseQuery } from '@/lib/search/query'

/** All other forms of the units of a query. */
const list = (text: string) => listForms(parseQuery(text).units).flatMap(({ words, phrases }) => [...words, ...phrases])

describe('one spelling gives the other, both ways', () => {
  const pairs = `behaviour behavior, behavioural behavioral, colour color, colours colors, favourite favorite, labour labor,
    neighbourhood neighborhood, honour honor, tumour tumor, vapour vapor, endeavour endeavor, colouring coloring,
    centre center, centres centers, theatre theater, metre meter, litres liters, kilometre kilometer, fibre fiber, calibre caliber,
    organise organize, organisation organization, realising realizing, colonisation colonization, polarised polarized,
    analyse analyze, paralysed paralyzed, catalyse catalyze, hydrolyses hydrolyzes, dialogue dialog, catalogue catalog, analogue analog,
    defence defense, offence offense, licence license, modelling modeling, labelled labeled, travelling traveling,
    counsellor counselor, cancelled canceled, programme program, grey gray, tyre tire, plough plow, mould mold, sulphur sulfur,
    sulphate sulfate, aluminium aluminum, haemoglobin hemoglobin, anaemia anemia, leukaemia leukemia, oestrogen estrogen,
    foetus fetus, oesophagus esophagus, paediatric pediatric, archaeology archeology, encyclopaedia encyclopedia,
    anaesthetic anesthetic, gynaecology gynecology, amoeba ameba, diarrhoea diarrhea, manoeuvre maneuver, orthopaedic orthopedic,
    caesium cesium, mediaeval medieval, palaeontology paleontology, sceptic skeptic, artefact artifact, judgement judgment,
    fulfil fulfill, enrol enroll, skilful skillful, maths math, jewellery jewelry, practise practice`
  for (const pair of pairs.split(',')) {
    const [british = '', american = ''] = pair.trim().split(' ')
    test(`${british}, ${american}`, () => {
      assert.ok(list(british).includes(american), `${british} gives ${list(british)}`)
      assert.ok(list(american).includes(british), `${american} gives ${list(american)}`)
    })
  }
})

describe('one form of an irregular word gives the others', () => {
  const groups = `mouse mice, criterion criteria, phenomenon phenomena, matrix matrices, index indices, vertex vertices,
    appendix appendices, bacterium bacteria, stimulus stimuli, nucleus nuclei, fungus fungi, radius radii, analysis analyses,
    hypothesis hypotheses, alga algae, larva larvae, formula formulae, stigma stigmata, foot feet, tooth teeth, child children,
    woman women, leaf leaves, wolf wolves, genus genera, person people, freeze froze frozen, rise rose risen, grow grew grown,
    shrink shrank shrunk, teach taught, freeze frozen, write wrote written, choose chose chosen, melt molten, spin spun`
  for (const group of groups.split(',')) {
    const forms = group.trim().split(' ')
    test(group.trim(), () => {
      for (const form of forms) {
        for (const other of forms.filter((one) => one !== form))
          assert.ok(list(form).includes(other), `${form}: ${other}`)
      }
    })
  }
})

describe('numbers are found however they are written', () => {
  const table: [string, string[]][] = [
    ['WW2', ['wwii', 'world war ii', 'second world war', 'world war 2', 'world war two']],
    ['WWI', ['ww1', 'world war i', 'first world war']],
    ['world war II', ['ww2', 'wwii', 'second world war', 'world war 2']],
    ['First World War', ['wwi', 'ww1', 'world war i', 'world war one']],
    ['2nd law', ['second']],
    ['second law', ['2nd']],
    ['two variables', ['2']],
    ['2 variables', ['two']],
    ['henry viii', ['8', 'eight']],
    ['type 1 error', ['type i', 'one']],
    ['type I error', ['1', 'one']],
    ['phase 3', ['iii', 'three']],
    ['photosystem ii', ['2', 'two']],
  ]
  for (const [text, others] of table) {
    test(text, () => {
      for (const other of others) assert.ok(list(text).includes(other), `${other} in ${list(text)}`)
    })
  }
})

test('letters that are not numerals stay letters, and numbers in formulas stay digits', () => {
  assert.deepEqual(list('2'), [])
  assert.deepEqual(list('2 mol'), ['2mol', '2mol'])
  assert.deepEqual(list('i'), [])
  assert.deepEqual(list('x'), [])
  assert.ok(!list('vitamin 5').includes('v'))
})

test('adjacent words are joined, stop words are not', () => {
  assert.ok(list('break even').includes('breakeven'))
  assert.ok(list('break-even point').includes('breakeven'))
  assert.ok(list('x-axis').includes('xaxis'))
  assert.ok(list('mat plot lib').includes('matplotlib'))
  assert.ok(!list('theory of mind').some((form) => form.startsWith('of') || form.endsWith('of')))
})

test('a word and its number are split and joined, formulas are not', () => {
  const apart = {
    covid19: 'covid 19',
    sha256: 'sha 256',
    centos7: 'centos 7',
    ar1: 'ar 1',
    '12th': '12 th',
    '5mm': '5 mm',
  }
  for (const [joined, phrase] of Object.entries(apart)) {
    assert.ok(list(joined).includes(phrase), `${joined}: ${list(joined)}`)
    assert.ok(list(phrase).includes(joined), `${phrase}: ${list(phrase)}`)
  }
  for (const other of ['h2o', 'c6h12o6', 'x2', '2x', 'b2b', 'the1']) assert.deepEqual(list(other), [])
})

test('words that only look like adjectives of others are not their forms', () => {
  for (const [one, other] of [
    ['media', 'median'],
    ['civil', 'civilian'],
    ['uncle', 'unclean'],
    ['mart', 'martian'],
  ] as const) {
    assert.ok(!list(one).includes(other), one)
    assert.ok(!list(other).includes(one), other)
  }
})

for (const [what, pairs] of [
  ['clipped words and the full ones', 'stats statistics, trig trigonometric, bio biology, micro microbiology'],
  [
    'names and their adjectives',
    'gauss gaussian, euclid euclidean, newton newtonian, boole boolean, hermite hermitian, africa african',
  ],
] as const) {
  test(`${what} find each other`, () => {
    for (const pair of pairs.split(', ')) {
      const [one = '', other = ''] = pair.split(' ')
      assert.ok(list(one).includes(other), one)
      assert.ok(list(other).includes(one), other)
    }
  })
}

test('adjectives of names are searched for in headings only, where it is known which exist', () => {
  const [{ words = [], inTexts = [] } = {}] = listForms(parseQuery('matrix').units)
  assert.ok(words.includes('matrixian') && inTexts.includes('matrices'))
  assert.ok(!inTexts.some((form) => form.endsWith('an')), `${inTexts}`)
})

test('quoted words have no other forms', () => {
  assert.deepEqual(list('"behaviour"'), [])
  assert.deepEqual(list('"world war ii"'), [])
})

test('the number of forms is bounded, however long the query', () => {
  const longest = Array.from({ length: 40 }, (_, index) => `haemoorganisecolourmatrices${index}`).join(' ')
  for (const { words, phrases } of listForms(parseQuery(`ww2 ${longest}`).units)) {
    assert.ok(words.length <= 12 && phrases.length <= 6)
  }
})
