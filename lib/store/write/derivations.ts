import type { Store } from '../schema/open'
import { prepareAbbreviations } from './abbreviations'
import { prepareCanonical } from './canonical'
import { prepareChangeLog } from './change-log'
import { Counts } from './counts'
import type { Derivation } from './derivation'
import { prepareLinks } from './links'
import { prepareListCounts } from './list-counts'
import { prepareLists } from './lists'
import { prepareOldAddresses } from './old-addresses'
import { preparePaths } from './paths'
import { prepareSitemap } from './sitemap'
import { prepareSubjectNames } from './subject-names'
import { TextIndex } from './text-index'
import { prepareTopics } from './topics'
import { prepareWays } from './ways'

/** Everything that is derived from questions, in the order of settling; `version` is the compile's number. */
export function prepareDerivations(store: Store, version: number) {
  const changes = prepareChangeLog(store, version)
  const counts = prepareListCounts(store)
  const oldAddresses = prepareOldAddresses(store)
  const subjects = prepareSubjectNames(store, changes)
  const text = new TextIndex(store)
  const all: Derivation[] = [
    prepareLinks(store),
    oldAddresses,
    new Counts(store),
    prepareAbbreviations(store),
    // The most used name of a subject is known once names are counted.
    subjects,
    // Of copies, the one with the most inbound links is canonical: links are counted by now.
    prepareCanonical(store, text),
    // Copies are no rewordings.
    prepareWays(store, changes),
    // Lists link to canonical questions.
    prepareLists(store, counts, changes),
    // Places depend on inbound links, and on which questions are canonical.
    preparePaths(store, changes),
    // Topics list their questions by place; a subject shows its largest topics, in the subjects that have lists.
    prepareTopics(store, counts, changes),
    // An author has as many addresses as the author's list has pages.
    prepareSitemap(store, version),
    // By now copies were removed from the full text, and new canonical questions added.
    text,
    // What changed is known once everything else is settled.
    changes,
  ]
  return { all, oldAddresses, subjects }
}
