import type { Format } from './format'

/**
 * Annotations on the lines of a pull request
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands). Names and messages are
 * untrusted: escaped like this, none can end its command and start another one.
 */
export const githubFormat: Format = {
  begin: () => '',
  finding: ({ path, line, column, severity, rule, message }) =>
    `::${severity} file=${toProperty(path)},line=${line},col=${column},title=${toProperty(rule)}::${toData(message)}\n`,
  end: () => '',
  foldsNotices: true,
}

const toData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const toProperty = (text: string) => toData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
