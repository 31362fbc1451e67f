import { warmPool } from '@/lib/answer/pool/render-pool'
import { runBehindOthers } from '@/lib/core/thread-priority'
import { runNext } from '@/lib/server/next-thread'

/** The program of a thread in which Next renders. The thread for answers loads meanwhile: a second processor does that. */
runBehindOthers()
void warmPool()
await runNext()
