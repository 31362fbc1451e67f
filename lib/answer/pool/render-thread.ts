import { type MessagePort, workerData } from 'node:worker_threads'
import type { AnswerSource } from '@/lib/core/answer-source'
import { type RenderedAnswer, renderAnswer } from '../render'
import { budget, type Excess } from './budget'

export type RenderReply = { answer: RenderedAnswer } | { excess: Excess; message?: string }

const { port } = workerData as { port: MessagePort }

port.on('message', async (source: AnswerSource) => port.postMessage(await render(source)))
port.postMessage('ready')

async function render(source: AnswerSource): Promise<RenderReply> {
  try {
    const answer = await renderAnswer(source)
    return countBytes(answer) > budget.output ? { excess: 'output' } : { answer }
  } catch (error) {
    const { message } = error as Error
    // V8 has no strings longer than half a gigabyte.
    return { excess: message === 'Invalid string length' ? 'output' : 'failure', message }
  }
}

const countBytes = ({ html, outline, points }: RenderedAnswer) =>
  [html, ...outline.map((entry) => entry.html), ...points].reduce((sum, part) => sum + Buffer.byteLength(part), 0)
