import { type MessagePort, workerData } from 'node:worker_threads'
import type { AnswerSource } from '@/lib/core/answer-source'
import { type PortableForm, renderPortable } from '../portable'
import { type RenderedAnswer, renderAnswer } from '../render'
import { budget, type Excess } from './budget'

/** The sources share one budget. */
export type RenderRequest = { sources: readonly AnswerSource[]; form?: PortableForm | undefined }

export type RenderReply = { answers: RenderedAnswer[] } | { excess: Excess; message?: string }

const { port } = workerData as { port: MessagePort }

port.on('message', async (request: RenderRequest) => port.postMessage(await render(request)))
port.postMessage('ready')

async function render({ sources, form }: RenderRequest): Promise<RenderReply> {
  const answers: RenderedAnswer[] = []
  let bytes = 0
  try {
    for (const source of sources) {
      const answer = form ? await renderPortable(source, form) : await renderAnswer(source)
      bytes += countBytes(answer)
      if (bytes > budget.output) return { excess: 'output' }
      answers.push(answer)
    }
    return { answers }
  } catch (error) {
    const { message } = error as Error
    // V8 limits strings to half a gigabyte.
    return { excess: message === 'Invalid string length' ? 'output' : 'failure', message }
  }
}

const countBytes = ({ html, outline, points }: RenderedAnswer) =>
  [html, ...outline.map((entry) => entry.html), ...points].reduce((sum, part) => sum + Buffer.byteLength(part), 0)
