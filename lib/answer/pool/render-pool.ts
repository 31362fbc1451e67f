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

/** Renders answers in threads apart, each request within the budget; a thread is started when there is work for it. */
export class RenderPool {
  private readonly idle: RenderThread[] = []
  private readonly waiting: Job[] = []
  private threads = 0

  constructor(private readonly most: number) {}

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
    if (this.threads === this.most) return undefined
    this.threads += 1
    return new RenderThread()
  }

  private async run(thread: RenderThread, { sources, form, resolve, reject }: Job) {
    await thread.render(sources, form).then(resolve, reject)
    this.idle.push(thread)
    this.assign()
  }
}

/** The server and the development server load this module more than once: they share the pool of the process. */
const name = Symbol.for('quicktakes.render-pool')
const globals = globalThis as { [name]?: RenderPool }

/** One core is for the thread that serves; a third thread would cost memory that a small machine does not have. */
const serverThreads = Math.min(2, Math.max(1, availableParallelism() - 1))

function getPool(): RenderPool {
  globals[name] ??= new RenderPool(serverThreads)
  return globals[name]
}

/** Something of what a thread loads only when an answer has it. */
const sample: AnswerSource = { text: '$x$\n\n```js\nlet x\n```\n', breaks: 'real' }

/** Has a thread load what it renders with before the first answer waits for that; one that fails tells the first. */
export async function warmPool() {
  await getPool()
    .render([sample])
    .catch(() => undefined)
}

/** An answer as it is shown, on its own page or in a form: rendered in a thread apart, or its source where that is beyond the budget. */
export async function showAnswer(source: AnswerSource, form?: PortableForm): Promise<RenderedAnswer> {
  const [answer] = await showTogether([source], form)
  return answer as RenderedAnswer
}

/** Texts of one question as they are shown: all of them within one budget, or else the source of each. */
export async function showTogether(sources: readonly AnswerSource[], form?: PortableForm): Promise<RenderedAnswer[]> {
  const reply = await getPool().render(sources, form)
  return 'answers' in reply ? reply.answers : sources.map(toShownSource)
}
