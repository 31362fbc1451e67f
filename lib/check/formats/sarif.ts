import { ruleNames, rules } from '@/lib/core/rules/registry'
import type { Format } from './format'

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code-scanning services read. */
export function createSarifFormat(): Format {
  let first = true
  const driver = {
    name: 'npm run check',
    rules: ruleNames.map((id) => ({
      id,
      shortDescription: { text: rules[id].expects },
      help: { text: `${rules[id].why}\n\nWrong:\n${rules[id].wrong}\n\nRight:\n${rules[id].right}` },
      defaultConfiguration: { level: rules[id].level },
    })),
  }
  const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
  return {
    begin: () =>
      `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[{"tool":{"driver":${JSON.stringify(driver)}},"columnKind":"utf16CodeUnits","results":[`,
    finding({ path, line, column, level, rule, message }) {
      const result = {
        ruleId: rule,
        ruleIndex: ruleNames.indexOf(rule),
        level,
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
