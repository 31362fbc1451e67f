import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** What tells this process to end; the last is the end of its supervisor. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']

/** Runs a program of Node and gives its exit status. It ends when this process should: nobody else would end it then. */
export async function runNode(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env })
  const stop = () => child.kill()
  for (const event of endings) process.on(event, stop)
  const [code] = await once(child, 'exit')
  for (const event of endings) process.off(event, stop)
  return code ?? 1
}
