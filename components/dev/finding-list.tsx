import type { ShownFinding } from '@/lib/site/watch-library'
import css from './preview.module.css'

/** Findings, each with a link that opens its location in VS Code; `named` adds the file name. */
export function FindingList({ findings, named }: { findings: ShownFinding[]; named?: boolean }) {
  return (
    <ul className={css.findings}>
      {findings.map(({ path, file, line, column, severity, rule, message }) => (
        <li key={`${path}:${line}:${column}:${rule}:${message}`} data-level={severity}>
          <a href={`vscode://file/${file}:${line}:${column}`}>
            {named && `${path}:`}
            {line}:{column}
          </a>{' '}
          <strong>
            {severity} {rule}
          </strong>
          <br />
          {message}
        </li>
      ))}
    </ul>
  )
}
