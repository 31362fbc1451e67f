import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseDescription } from '@/lib/compiler/source/description'

const choose = (title: string, written: string, text: string) =>
  chooseDescription(title, written, { text, breaks: 'real' })

const bonds = 'How do chemical bonds contribute to compounds?'
const held = 'Bonds are the forces that hold atoms together, and they store energy.'

for (const written of [
  'This content discusses the role of chemical bonds, detailing covalent, ionic and hydrogen bonds.',
  'This article explores how covalent, ionic and hydrogen bonds shape molecules and crystals.',
  'A detailed overview of covalent, ionic, metallic and hydrogen bonds.',
  'Learn about covalent, ionic, metallic and hydrogen bonds.',
  'Explore covalent, ionic, metallic and hydrogen bonds.',
  'Understanding covalent bonds, ionic bonds and metals, highlighting electrons.',
  'Chemical bonds contribute significantly to compounds.',
]) {
  test(`says nothing: ${written}`, () => {
    assert.deepEqual(choose(bonds, written, held), { text: held, excerpted: true })
  })
}

for (const written of [
  'Learn why sharing electrons holds water together, and what a crystal of salt does instead.',
  'Explosives show what a bond stores: nitrogen, carbon and heat.',
  'The study of crystals informs those who grow silicon, gems and salt.',
  'Understanding needs electrons, shells, orbitals and water.',
]) {
  test(`is kept: ${written}`, () => {
    assert.deepEqual(choose(bonds, written, held), { text: written, excerpted: false })
  })
}

/** The answer to a question on chemical bonds, and the sentence that describes it. */
const answers: [name: string, answer: string, description: string][] = [
  ['one that only repeats the title', `Chemical bonds contribute to compounds. ${held}`, held],
  ['one that announces a list', `Chemical bonds come in several main types of electrons and shells. ${held}`, held],
  ['a lead to what follows', `Here are bonds, atoms, electrons, shells and forces. ${held}`, held],
  [
    'a heading and a table',
    `## Bonds, Electrons, Shells and Water.\n\n| Bonds | a |\n|-|-|\n| b | c |\n\n${held}`,
    held,
  ],
  ['a sentence on something else', `Water boils at a hundred degrees on the coast of Kent. ${held}`, held],
  ['the label of an item', `1. **Forces**: ${held}`, held],
  [
    'marks, formulas and links',
    'Bonds **hold** $x^2$ [atoms](/a) like `glue` in crystals.',
    'Bonds hold x² atoms like glue in crystals.',
  ],
  [
    'the sentence before one that speaks of it',
    'Chemical bonds join atoms. They store energy that flames, batteries and muscles release.',
    'Chemical bonds join atoms. They store energy that flames, batteries and muscles release.',
  ],
  [
    'full stops within a sentence',
    'Bonds, said Dr. L. Pauling of the U.S. Academy, are e.g. shared pairs. More.',
    'Bonds, said Dr. L. Pauling of the U.S. Academy, are e.g. shared pairs.',
  ],
  ['no sentence at all', 'Bonds: atoms', 'Bonds: atoms'],
]

for (const [name, answer, description] of answers) {
  test(`with ${name}`, () => assert.deepEqual(choose(bonds, '', answer), { text: description, excerpted: true }))
}

test('reads only the beginning of an answer, and never shows a part of a formula', () => {
  const far = `${'Here is a word. '.repeat(400)}\n\n${held}`
  assert.notEqual(choose(bonds, '', far).text, held)
  const cut = `Here:\n\n$$${'x + '.repeat(800)}Bonds store energy that flames, batteries and muscles release.\n$$`
  assert.doesNotMatch(choose(bonds, '', cut).text, /\$\$/)
})

test('a sentence that introduces a formula is not taken for a label', () => {
  const answer =
    'Magnesium takes oxygen out of $\\ce{CO2}$: $\\ce{2Mg + CO2 -> 2MgO + C}$. The reaction gives off heat.'
  assert.match(
    choose('Why does magnesium burn in CO2?', '', answer).text,
    /^Magnesium takes oxygen out of CO₂: 2Mg \+ CO₂ →/,
  )
  assert.equal(
    choose(bonds, '', `Bonds: ${held.replace('Bonds', 'Chemical bonds')}`).text,
    held.replace('Bonds', 'Chemical bonds'),
  )
})
