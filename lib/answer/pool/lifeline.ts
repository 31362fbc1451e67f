import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads'

/**
 * Tells that a thread has ended to one that waits for it and hears no events. The thread holds `held`, in its
 * `workerData`, and does nothing with it.
 */
export class Lifeline {
  readonly held: MessagePort
  #kept: MessagePort

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.held = port1
    this.#kept = port2
  }

  /** Whether the thread is gone, or the line was let go. */
  isCut(): boolean {
    // A port closes when it meets the end of its channel among its messages; a closed one can be given to nobody.
    receiveMessageOnPort(this.#kept)
    try {
      this.#kept = structuredClone(this.#kept, { transfer: [this.#kept] })
      return false
    } catch {
      return true
    }
  }

  letGo() {
    this.#kept.close()
  }
}
