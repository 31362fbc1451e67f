import type { Store } from '../schema/open'
import { Counts } from './counts'
import type { Derivation } from './derivation'
import { prepareLinks } from './links'
import { prepareListVersions } from './list-versions'
import { prepareLists } from './lists'
import { prepareOldAddresses } from './old-addresses'
import { prepareOwners } from './owners'
import { prepareSitemap } from './sitemap'
import { prepareSubjectNames } from './subject-names'
import { TextIndex } from './text-index'
import { prepareTopics } from './topics'

/** Everything that is derived from questions, in the order in which it is settled; `version` is the compile's number. */
export function prepareDerivations(store: Store, version: number) {
  const lists = prepareListVersions(store, version)
  const oldAddresses = prepareOldAddresses(store)
  const subjects = prepareSubjectNames(store, lists)
  const text = new TextIndex(store)
  const all: Derivation[] = [
    prepareLinks(store),
    oldAddresses,
    new Counts(store),
    // The most used name of a subject is known once names are counted.
    subjects,
    // Of copies, the one with the most inbound links owns the question: links are counted by now.
    prepareOwners(store, version, text),
    // Lists show what owners decide.
    prepareLists(store, version, lists),
    // A subject shows its largest topics, in the subjects that have lists.
    prepareTopics(store, lists),
    // An author has as many addresses as the author's list has pages.
    prepareSitemap(store, version),
    // Copies are out of the full text, and new owners in it.
    text,
  ]
  return { all, oldAddresses, subjects }
}
