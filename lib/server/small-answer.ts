import type { IncomingMessage, ServerResponse } from 'node:http'
import { homePath } from '@/lib/core/routes'
import { securityHeaders } from './security-headers'

/** A short answer instead of what was requested; `headers` override those of all small answers. */
export type SmallAnswer = { status: number; title: string; sentence: string; headers?: Record<string, string> }

/** Answers with a sentence, without rendering: as JSON below /api/, else as a small page. */
export function sendSmallAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, title, sentence, headers }: SmallAnswer,
) {
  const isForPrograms = request.url?.startsWith('/api/')
  response.writeHead(status, {
    ...securityHeaders,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'content-type': isForPrograms ? 'application/json' : 'text/html; charset=utf-8',
    'x-robots-tag': 'noindex',
    ...headers,
  })
  response.end(isForPrograms ? JSON.stringify({ error: sentence }) : toPage(title, sentence))
}

const toPage = (title: string, sentence: string) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${sentence}</p>
<p><a href="${homePath}">Home</a></p></html>
`
