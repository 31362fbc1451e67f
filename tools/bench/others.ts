import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { timeCommand } from '@/tools/served-site/processes'

/** Hugo's templates for the same pages: title, description, answer, related links, lists of sixty. */
const hugoFiles = {
  'config.toml': `baseURL = "http://localhost/"
title = "Learn"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT"]
paginate = 60
`,
  'layouts/_default/single.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Params.seo.page_description }}"></head><body><h1>{{ .Title }}</h1>{{ replace .Params.answer "\\\\n" "\\n" | markdownify }}<aside><ul>{{ range (slice "related_article1" "related_article2" "related_article3" "related_article4" "related_article5") }}{{ with index $.Params . }}<li><a href="{{ .url }}">{{ .title }}</a></li>{{ end }}{{ end }}</ul></aside></body></html>
`,
  'layouts/_default/list.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1><ul>{{ range (.Paginate .RegularPagesRecursive).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.seo.page_description }}</li>{{ end }}</ul>{{ template "_internal/pagination.html" . }}</body></html>
`,
}

export const hasHugo = () => spawnSync('hugo', ['version']).status === 0

/** Builds the whole library with Hugo; returns the time in seconds. */
export function timeHugo(contentDir: string, workDir: string): number {
  for (const [file, text] of Object.entries(hugoFiles)) {
    mkdirSync(path.dirname(path.join(workDir, file)), { recursive: true })
    writeFileSync(path.join(workDir, file), text)
  }
  rmSync(path.join(workDir, 'public'), { recursive: true, force: true })
  const args = ['--contentDir', path.resolve(contentDir), '--destination', 'public', '--quiet']
  const { seconds, status, stderr } = timeCommand('hugo', args, { cwd: workDir })
  if (status !== 0) throw new Error(`Hugo failed. ${stderr}`)
  rmSync(path.join(workDir, 'public'), { recursive: true, force: true })
  return seconds
}

/** Runs stock Contentlayer on the first files of a library; returns milliseconds per file, or the error. */
export function timeContentlayer(
  contentDir: string,
  workDir: string,
  count: number,
): { msPerFile?: number; error?: string } {
  rmSync(workDir, { recursive: true, force: true })
  mkdirSync(path.join(workDir, 'content/learn'), { recursive: true })
  const files = readdirSync(path.join(contentDir, 'learn'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  )
  for (const file of files.slice(0, count)) {
    cpSync(path.join(contentDir, 'learn', file), path.join(workDir, 'content/learn', path.basename(file)))
  }
  cpSync('contentlayer.config.ts', path.join(workDir, 'contentlayer.config.ts'))
  writeFileSync(path.join(workDir, 'package.json'), '{"type":"module"}')
  writeFileSync(path.join(workDir, 'tsconfig.json'), '{"compilerOptions":{"baseUrl":"."}}')
  const cli = path.resolve('node_modules/contentlayer2/bin/cli.cjs')
  const { seconds, status, stderr } = timeCommand(process.execPath, [cli, 'build'], { cwd: workDir })
  return status === 0 ? { msPerFile: (seconds * 1000) / count } : { error: stderr.slice(0, 300) }
}

/** Builds a Next application with empty pages, for comparison; it is inside the project, whose packages it uses. */
export function buildEmptyApp(workDir: string) {
  const files = {
    'package.json': '{"type":"module"}',
    'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } }`,
    'instrumentation.js': 'export function register() {}',
    'app/layout.jsx': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>',
    'app/page.jsx': "export const dynamic = 'force-static'\nexport default () => null",
    'app/each/[id]/page.jsx': 'export default async ({ params }) => (await params).id',
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(workDir, file)), { recursive: true })
    writeFileSync(path.join(workDir, file), text)
  }
  const next = path.resolve('node_modules/next/dist/bin/next')
  const { status, stderr } = timeCommand(process.execPath, [next, 'build'], { cwd: workDir })
  if (status !== 0) throw new Error(`The empty application did not build. ${stderr}`)
}
