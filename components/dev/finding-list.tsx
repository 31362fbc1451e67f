import type { ShownFinding } from '@/lib/site/watch-library'
import css from './preview.module.css'

/** Findings with their places, each a link that opens the place in VS Code; `named` names the file of each. */
export function FindingList({ findings, named }: { findings: ShownFinding[]; named?: boolean }) {
  return (
    <ul className={css.findings}>
      {findings.map(({ path, file, line, column, level, rule, message }) => (
        <li key={`${path}:${line}:${column}:${rule}:${message}`} data-level={level}>
          <a href={`vscode://file/${file}:${line}:${column}`}>
            {named && `${path}:`}
            {line}:{column}
          </a>{' '}
          <strong>
            {level} {rule}
          </strong>
          <br />
          {message}
        </li>
      ))}
    </ul>
  )
}
