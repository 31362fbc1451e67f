import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads'

/**
 * Detects the end of a thread for one that blocks while it waits and so gets no events. The thread holds `held` in its
 * `workerData` and does nothing with it.
 */
export class Lifeline {
  readonly held: MessagePort
  #kept: MessagePort

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.held = port1
    this.#kept = port2
  }

  /** Whether the thread has ended, or `letGo` was called. */
  isCut(): boolean {
    // A port closes when it reads the end of its channel from its queue; a closed port cannot be transferred.
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
