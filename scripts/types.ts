import { generateSchema } from '@/lib/compiler/schema/generate'

await generateSchema()
