/** Zip archives of unknown making, unpacked within bounds. */
import { importLimits } from '@trilogue/engine/interop/import-limits';
import { unzipSync } from 'fflate';
import { CliError } from '../exit-codes.js';

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}

export interface Unzipped {
  /** Names of all entries, also of those not wanted. */
  readonly names: readonly string[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Unpacks the entries that are wanted. An entry never becomes larger than it says, and what all of
 * them say is bounded, so a small file can't unfold into a large one.
 * @throws CliError where there are too many entries, they are too large, or it is no sound archive
 */
export function unzip(
  bytes: Uint8Array,
  path: string,
  isWanted: (name: string) => boolean,
): Unzipped {
  const names: string[] = [];
  let unpacked = 0;
  let refusal: string | null = null;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize, compression }) => {
        names.push(name);
        if (refusal !== null) return false;
        if (names.length > importLimits.zipEntries) {
          refusal = `more than ${importLimits.zipEntries} entries`;
          return false;
        }
        if (!isWanted(name)) return false;
        unpacked += originalSize;
        if (unpacked > importLimits.unpackedBytes) {
          refusal = `unpacked it is larger than ${importLimits.unpackedBytes} bytes`;
        } else if (compression !== 0 && compression !== 8) {
          refusal = `"${name.slice(0, 80)}" is packed in a way that is not known`;
        }
        return refusal === null;
      },
    });
    if (refusal === null) return { names, files: new Map(Object.entries(files)) };
  } catch (error) {
    refusal = `it is no sound archive (${error instanceof Error ? error.message : String(error)})`;
  }
  throw new CliError(`${path}: ${refusal}`);
}
