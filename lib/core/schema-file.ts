/** Contentlayer's generated files, relative to the project's root; `contentlayer/generated` in tsconfig.json. */
export const generatedDir = '.contentlayer/generated'

/** The content schema, with its hash. */
export const schemaFile = `${generatedDir}/schema.json`
