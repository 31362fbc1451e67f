import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { AnswerSource } from '@/lib/core/answer-source'
import type { PortableForm } from '../portable'
import { budget, startClock } from './budget'
import { Lifeline } from './lifeline'
import type { RenderReply, RenderRequest } from './render-thread'
import { findThreadFile } from './thread-file'

/** How often the clock is checked, in ms. */
const tick = 50

/** How long a thread may take to load its modules, in ms. */
const startTimeout = 30_000

const neverSet = new Int32Array(new SharedArrayBuffer(4))
const sleep = (ms: number) => Atomics.wait(neverSet, 0, 0, ms)

/** A thread that renders one request at a time. After one exceeded the budget, it has `ended`: start another. */
export class RenderThread {
  ended = false
  private readonly port: MessagePort
  private readonly worker: Worker
  private readonly lifeline = new Lifeline()
  private isReady = false
  private onDeath: (error: Error) => void = () => {}

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port = port1
    this.worker = new Worker(/* turbopackIgnore: true */ findThreadFile(), {
      workerData: { port: port2, lifeline: this.lifeline.held },
      transferList: [port2, this.lifeline.held],
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: budget.memory, maxYoungGenerationSizeMb: 16 },
    })
    this.worker.unref()
    this.worker.on('error', (error) => {
      this.ended = true
      this.onDeath(error)
    })
  }

  /** Ends the thread, whatever it is doing. */
  end() {
    this.ended = true
    this.port.close()
    this.lifeline.letGo()
    return this.worker.terminate()
  }

  /** Renders answers within one budget; one request at a time. Rejects if the thread cannot be started. */
  render(sources: readonly AnswerSource[], form?: PortableForm): Promise<RenderReply> {
    return new Promise<RenderReply>((resolve, reject) => {
      let isOver = startDeadline(startTimeout)
      const begin = () => {
        this.isReady = true
        isOver = startClock()
        this.post(sources, form)
      }
      let overs = 0
      // Two checks in a row must fail: a reply that came while this thread was busy is read between them.
      const timer = setInterval(() => {
        overs += isOver() ? 1 : 0
        if (overs > 1) finish(() => (this.isReady ? resolve({ excess: 'time' }) : reject(notStarted())))
      }, tick)
      const finish = (settle: () => void, dead = true) => {
        clearInterval(timer)
        this.port.removeAllListeners('message')
        this.port.unref()
        if (dead) this.end()
        settle()
      }
      this.port.on('message', (message: 'ready' | RenderReply) => {
        if (message === 'ready') begin()
        else finish(() => resolve(message), false)
      })
      this.onDeath = (error) =>
        finish(() => {
          if (this.isReady) resolve(toDeath(error))
          else reject(error)
        })
      this.port.ref()
      if (this.isReady) begin()
    })
  }

  /** Renders answers within one budget and blocks until they are done. Throws if the other thread cannot be started. */
  renderSync(sources: readonly AnswerSource[]): RenderReply {
    if (!this.isReady && this.wait(startDeadline(startTimeout)) !== 'ready') {
      this.end()
      throw notStarted()
    }
    this.isReady = true
    this.post(sources)
    const reply = this.wait(startClock())
    if (typeof reply === 'object') return reply
    this.end()
    // Rendering catches all exceptions, so a dead thread ran out of memory.
    return { excess: reply === 'dead' ? 'memory' : 'time' }
  }

  private post(sources: readonly AnswerSource[], form?: PortableForm) {
    this.port.postMessage({ sources, form } satisfies RenderRequest)
  }

  /** The next message; `over` or `dead` if none comes. */
  private wait(isOver: () => boolean): 'ready' | RenderReply | 'over' | 'dead' {
    for (let looks = 1; ; looks += 1) {
      const isDead = looks % tick === 0 && this.lifeline.isCut()
      const received = receiveMessageOnPort(this.port)
      if (received) return received.message
      if (isDead) return 'dead'
      if (looks % tick === 0 && isOver()) return 'over'
      sleep(1)
    }
  }
}

const notStarted = () => new Error('The rendering thread did not start.')

function startDeadline(ms: number): () => boolean {
  const started = performance.now()
  return () => performance.now() - started > ms
}

const toDeath = (error: Error & { code?: string }): RenderReply => ({
  excess: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'failure',
  message: error.message,
})
