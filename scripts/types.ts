import { generateSchema } from '@/lib/content/schema/generate'

await generateSchema()
