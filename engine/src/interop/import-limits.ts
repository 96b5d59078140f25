/** How much an importer takes. Beyond it a source is refused in words, not read slowly. */
export const importLimits = {
  /** Bytes of a source file. */
  fileBytes: 30_000_000,
  /** Objects and lists inside each other. */
  nesting: 100,
  /** Values of a JSON source: objects, lists, texts, numbers. */
  values: 1_000_000,
  /** Objects of an Attack Flow, its lines and anchors included. */
  flowObjects: 200_000,
  /** Rows of a table. */
  rows: 20_000,
  /** Columns of a table. */
  columns: 256,
  /** Cells of a table, empty ones included. */
  cells: 400_000,
  /** Entries of a zip archive. */
  zipEntries: 500,
  /** Bytes of a zip archive's entries, all unpacked. */
  unpackedBytes: 40_000_000,
  /** Characters of one HTML text that are looked at. */
  htmlLength: 4_000_000,
  /** Characters of a title; what is longer goes into the body as well. */
  titleLength: 300,
  /** Parts of one condition that a join is turned into. */
  joinParts: 120,
} as const;
