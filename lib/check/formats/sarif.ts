import type { Severity } from '@/lib/core/finding'
import { rules } from '../registry'
import type { Format } from './format'

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code-scanning services read. */
export function createSarifFormat(): Format {
  let first = true
  const driver = {
    name: 'npm run check',
    rules: rules.map(({ name, severity, expects, why, wrong, right }) => ({
      id: name,
      shortDescription: { text: expects },
      help: { text: `${why}\n\nWrong:\n${wrong}\n\nRight:\n${right}` },
      defaultConfiguration: { level: toLevel(severity) },
    })),
  }
  const indexes = new Map(rules.map(({ name }, index) => [name, index]))
  const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
  return {
    begin: () =>
      `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[{"tool":{"driver":${JSON.stringify(driver)}},"columnKind":"utf16CodeUnits","results":[`,
    finding({ path, line, column, severity, rule, message }) {
      const result = {
        ruleId: rule,
        ruleIndex: indexes.get(rule),
        level: toLevel(severity),
        message: { text: message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: encodeURI(path).replace(/[?#]/g, encodeURIComponent) },
              region: { startLine: line, startColumn: column },
            },
          },
        ],
      }
      const separator = first ? '\n' : ',\n'
      first = false
      return separator + JSON.stringify(result)
    },
    end: () => '\n]}]}\n',
  }
}

/** SARIF calls a notice a note. */
const toLevel = (severity: Severity) => (severity === 'notice' ? 'note' : severity)
