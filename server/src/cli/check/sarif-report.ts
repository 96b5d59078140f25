/** Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines. */
import { isAtLeast, type Severity } from '@trilogue/engine/lint/finding';
import { ruleDocs } from '@trilogue/engine/lint/registry';
import type { CheckedFile, PlacedFinding } from './check-file.js';

export function sarifReport(
  files: readonly CheckedFile[],
  lowest: Severity,
  version: string,
): string {
  const results = files.flatMap(({ name, findings }) =>
    findings
      .filter(({ severity }) => isAtLeast(severity, lowest))
      .map((finding) => resultOf(uriOf(name), finding)),
  );
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'trilogue check',
              version,
              rules: ruleDocs.map(({ code, severity, meaning, mend }) => ({
                id: code,
                shortDescription: { text: meaning },
                help: { text: mend },
                defaultConfiguration: { level: severity },
              })),
            },
          },
          columnKind: 'utf16CodeUnits',
          results,
        },
      ],
    },
    null,
    2,
  );
}

const ruleIndex = new Map(ruleDocs.map(({ code }, index) => [code, index]));

function resultOf(
  uri: string,
  { code, severity, path, message, hint, line, column }: PlacedFinding,
) {
  const index = ruleIndex.get(code);
  return {
    ruleId: code,
    ...(index !== undefined && { ruleIndex: index }),
    level: severity,
    message: { text: hint === undefined ? message : `${message}; ${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri },
          region: { startLine: line, startColumn: column },
        },
        ...(path !== '' && { logicalLocations: [{ fullyQualifiedName: path }] }),
      },
    ],
  };
}

/** A relative reference, as hosts expect it, whatever the system writes between folders. */
function uriOf(name: string): string {
  return name
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
}
