/** Clipped words that students use, with what they are short for; only those that hardly mean anything else. */
const clippings = `algo algorithm algorithms, anthro anthropology, bio biology biological, calc calculus,
  chem chemistry chemical, config configuration, econ economics economic, geog geography, geom geometry geometric,
  govt government, immuno immunology, info information, intro introduction, macro macroeconomics,
  math mathematics mathematical, maths mathematics mathematical, mgmt management, micro microeconomics microbiology,
  neuro neuroscience neurology, param parameter, params parameters, pharm pharmacology, physio physiology,
  prob probability, psych psychology psychological, repo repository, stat statistics, stats statistics statistical,
  thermo thermodynamics thermodynamic, trig trigonometry trigonometric, vocab vocabulary`

const others = new Map<string, string[]>()
for (const group of clippings.split(',')) {
  const [clipped = '', ...whole] = group.trim().split(/\s+/)
  others.set(clipped, whole)
  for (const word of whole) others.set(word, [...(others.get(word) ?? []), clipped])
}

/** What a clipped word is short for, and vice versa. */
export const listClippings = (word: string): string[] => others.get(word) ?? []
