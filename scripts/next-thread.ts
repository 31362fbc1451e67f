import { warmPool } from '@/lib/answer/pool/render-pool'
import { runBehindOthers } from '@/lib/core/thread-priority'
import { runNext } from '@/lib/server/next-thread'

/** The program of a rendering thread, which runs Next. The thread for answers loads meanwhile, on a second processor. */
runBehindOthers()
void warmPool()
await runNext()
