import { availableParallelism } from 'node:os'
import type { AnswerSource } from '@/lib/core/answer-source'
import type { PortableForm } from '../portable'
import type { RenderedAnswer } from '../render'
import type { RenderReply } from './render-thread'
import { toShownSource } from './shown-source'
import { RenderThread } from './thread'

type Job = {
  sources: readonly AnswerSource[]
  form: PortableForm | undefined
  resolve: (reply: RenderReply) => void
  reject: (error: Error) => void
}

/** Renders answers in worker threads, each request within the budget; threads are started on demand. */
export class RenderPool {
  private readonly idle: RenderThread[] = []
  private readonly waiting: Job[] = []
  private threads = 0

  constructor(private readonly maxThreads: number) {}

  render(sources: readonly AnswerSource[], form?: PortableForm): Promise<RenderReply> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ sources, form, resolve, reject })
      this.assign()
    })
  }

  private assign() {
    while (this.waiting.length > 0) {
      const thread = this.findIdle() ?? this.start()
      if (!thread) return
      void this.run(thread, this.waiting.shift() as Job)
    }
  }

  private findIdle(): RenderThread | undefined {
    for (let thread = this.idle.pop(); thread; thread = this.idle.pop()) {
      if (!thread.ended) return thread
      this.threads -= 1
    }
    return undefined
  }

  private start(): RenderThread | undefined {
    if (this.threads === this.maxThreads) return undefined
    this.threads += 1
    return new RenderThread()
  }

  private async run(thread: RenderThread, { sources, form, resolve, reject }: Job) {
    await thread.render(sources, form).then(resolve, reject)
    this.idle.push(thread)
    this.assign()
  }
}

/** The server and the development server load this module more than once, so the pool is global to the process. */
const name = Symbol.for('quicktakes.render-pool')
const globals = globalThis as { [name]?: RenderPool }

/** One core is left for the serving thread; a third thread would need memory that a small machine lacks. */
const serverThreads = Math.min(2, Math.max(1, availableParallelism() - 1))

function getPool(): RenderPool {
  globals[name] ??= new RenderPool(serverThreads)
  return globals[name]
}

/** Has parts for which a thread loads modules on demand. */
const sample: AnswerSource = { text: '$x$\n\n```js\nlet x\n```\n', breaks: 'real' }

/** Starts a thread and has it load its modules, so that the first answer need not wait. An error shows up there again. */
export async function warmPool() {
  await getPool()
    .render([sample])
    .catch(() => undefined)
}

/** Renders an answer in a worker thread, for its own page or in a portable form; its source if it exceeds the budget. */
export async function showAnswer(source: AnswerSource, form?: PortableForm): Promise<RenderedAnswer> {
  const [answer] = await showTogether([source], form)
  return answer as RenderedAnswer
}

/** Renders texts of one question within one budget; the sources of all of them if they exceed it. */
export async function showTogether(sources: readonly AnswerSource[], form?: PortableForm): Promise<RenderedAnswer[]> {
  const reply = await getPool().render(sources, form)
  return 'answers' in reply ? reply.answers : sources.map(toShownSource)
}
