import { createInterface, type Interface } from 'node:readline'

/** Whether input and output are a terminal: only then may a command ask. */
export const canAsk = () => Boolean(process.stdin.isTTY && process.stdout.isTTY)

/** Asks questions on the terminal; lines typed or pasted ahead answer the next question. Close it at the end. */
export class Questions {
  private terminal: Interface | undefined
  private lines: AsyncIterator<string> | undefined

  /** Asks until `take` accepts the answer, showing what it throws; throws if the person quits (Ctrl+C, Ctrl+D). */
  async ask<Value>(question: string, take: (answer: string) => Value): Promise<Value> {
    this.terminal ??= createInterface({ input: process.stdin, output: process.stdout })
    this.lines ??= this.terminal[Symbol.asyncIterator]()
    // readline redraws only the last line of a prompt.
    const lines = question.split('\n')
    for (const line of lines.slice(0, -1)) console.log(line)
    this.terminal.setPrompt(`${lines.at(-1)} `)
    for (;;) {
      this.terminal.prompt()
      const { value, done } = await this.lines.next()
      if (done) throw new Error('\nNothing was written.')
      try {
        return take(value)
      } catch (error) {
        console.log((error as Error).message)
      }
    }
  }

  close() {
    this.terminal?.close()
  }
}
