import { storeVersion } from '@/lib/store/schema/tables'

/** Schemas of the library: one for each version of the tables and each definition of content. */
export const schemaPrefix = 'library_'

/** Raised where the tables of search change, which a store does not have. */
const searchVersion = 1

/** The PostgreSQL schema that this version of the site reads, whose content has a schema definition with this hash. */
export const toSchemaName = (schemaHash: string) =>
  `${schemaPrefix}${storeVersion}_${searchVersion}_${schemaHash.slice(0, 12)}`
