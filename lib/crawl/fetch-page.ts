/** How the crawler names itself. */
export const userAgent = 'Mozilla/5.0 (compatible; learn-crawl/1.0)'

/** How long an answer may take, in ms. */
const patience = 30_000

/** An answer as it came, without following where it leads; `status` 0 and a reason where there was none. */
export type Fetched = { status: number; type: string; noindex: boolean; location: string; body: string }

export async function fetchText(url: string): Promise<Fetched> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { 'user-agent': userAgent, accept: 'text/html,*/*;q=0.8' },
      signal: AbortSignal.timeout(patience),
    })
    const type = response.headers.get('content-type') ?? ''
    return {
      status: response.status,
      type,
      noindex: /noindex/.test(response.headers.get('x-robots-tag') ?? ''),
      location: response.headers.get('location') ?? '',
      body: await readText(response, type),
    }
  } catch (error) {
    const { cause, message } = error as Error & { cause?: Error }
    return { status: 0, type: '', noindex: false, location: cause?.message ?? message, body: '' }
  }
}

/** The body of a text; what is neither text nor markup is not read further. */
async function readText(response: Response, type: string): Promise<string> {
  if (/text|xml|json/.test(type)) return response.text()
  await response.body?.cancel()
  return ''
}
