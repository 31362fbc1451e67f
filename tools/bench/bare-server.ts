import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** The minimal server: sends one response, from the file ANSWER, to every request. */
export type Answer = { headers: string[]; body: string }

const { headers, body } = JSON.parse(readFileSync(process.env.ANSWER ?? '', 'utf8')) as Answer
const bytes = Buffer.from(body, 'base64')
createServer((_, response) => response.writeHead(200, headers).end(bytes)).listen(Number(process.env.PORT))
