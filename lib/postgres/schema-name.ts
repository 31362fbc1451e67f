import { storeVersion } from '@/lib/store/schema/tables'

/** Incremented when the tables of the search index change, which only PostgreSQL has. */
const searchVersion = 1

/** The PostgreSQL schema that this version of the site reads, whose content has a schema definition with this hash. */
export const toSchemaName = (schemaHash: string) =>
  `library_${storeVersion}_${searchVersion}_${schemaHash.slice(0, 12)}`

/** Matches the schemas of all versions, and replaced ones, and no other schemas that begin with `library`. */
export const schemaNames = '^library_[0-9]+_[0-9]+_[0-9a-f]{12}(_until_[0-9]+)?$'
