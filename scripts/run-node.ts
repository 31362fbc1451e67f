import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** The events that end this process; the last means that its supervisor has ended. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']

/** Runs a Node program and returns its exit status. Forwards what ends this process, or the program would go on alone. */
export async function runNode(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env })
  const stop = () => child.kill()
  for (const event of endings) process.on(event, stop)
  const [code] = await once(child, 'exit')
  for (const event of endings) process.off(event, stop)
  return code ?? 1
}
