import { warmPool } from '@/lib/answer/pool/render-pool'
import { lowerThreadPriority } from '@/lib/core/thread-priority'
import { runNext } from '@/lib/server/next-thread'

/** The program of a rendering thread, which runs Next. The thread for answers loads meanwhile, on a second processor. */
lowerThreadPriority()
void warmPool()
await runNext()
