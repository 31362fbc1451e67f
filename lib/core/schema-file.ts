/** Where Contentlayer's generated files are, seen from the project's root; `contentlayer/generated` in tsconfig.json. */
export const generatedDir = '.contentlayer/generated'

/** The definition of content, with its hash. */
export const schemaFile = `${generatedDir}/schema.json`
