// A worker thread does not inherit the TypeScript loader (https://github.com/privatenumber/tsx/issues/354).
import { register } from 'tsx/esm/api'

register()
await import(new URL('./render-thread.ts', import.meta.url).href)
