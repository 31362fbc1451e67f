import type { CheckedFiles, KnownQuestion } from './checked-files'

/** Caches a look-up per question, for the next rule that needs it. */
export function perQuestion<Found>(lookUp: (question: KnownQuestion, files: CheckedFiles) => Found) {
  const kept = new WeakMap<KnownQuestion, Found>()
  return (question: KnownQuestion, files: CheckedFiles): Found => {
    let found = kept.get(question)
    if (found === undefined) {
      found = lookUp(question, files)
      kept.set(question, found)
    }
    return found
  }
}
