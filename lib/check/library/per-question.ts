import type { KnownQuestion, Library } from './library'

/** Keeps what is looked up for a question, for the next rule that asks. */
export function perQuestion<Found>(lookUp: (question: KnownQuestion, library: Library) => Found) {
  const kept = new WeakMap<KnownQuestion, Found>()
  return (question: KnownQuestion, library: Library): Found => {
    let found = kept.get(question)
    if (found === undefined) {
      found = lookUp(question, library)
      kept.set(question, found)
    }
    return found
  }
}
