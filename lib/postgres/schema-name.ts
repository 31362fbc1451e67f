import { storeVersion } from '@/lib/store/schema/tables'

/** Raised where the tables of search change, which a store does not have. */
const searchVersion = 1

/** The PostgreSQL schema that this version of the site reads, whose content has a schema definition with this hash. */
export const toSchemaName = (schemaHash: string) =>
  `library_${storeVersion}_${searchVersion}_${schemaHash.slice(0, 12)}`

/** The names of all versions, and of what was replaced, for PostgreSQL. Others may have schemas that begin alike. */
export const schemaNames = '^library_[0-9]+_[0-9]+_[0-9a-f]{12}(_until_[0-9]+)?$'
