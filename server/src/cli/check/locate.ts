/** Where in a file's text something stands. */
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';

export interface Place {
  /** Both counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** Finds places in one text. A path that is not there is led to the nearest thing around it that is. */
export class Locator {
  readonly #lineStarts: readonly number[];
  readonly #root: Node | undefined;
  readonly #firstError: ParseError | undefined;

  constructor(text: string) {
    this.#lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const errors: ParseError[] = [];
    this.#root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    [this.#firstError] = errors;
  }

  /** @param path as findings have it: `injects[3].to[0]`; empty for the whole file */
  placeOf(path: string): Place {
    const segments = segmentsOf(path);
    for (let length = segments.length; this.#root !== undefined && length > 0; length--) {
      const node = findNodeAtLocation(this.#root, segments.slice(0, length));
      // The name of a field says more than its value, which may begin far to the right.
      if (node !== undefined) return this.#at(nameOf(node)?.offset ?? node.offset);
    }
    return this.#at(this.#root?.offset ?? 0);
  }

  /** Where the text stops being JSON. */
  get brokenAt(): Place {
    return this.#at(this.#firstError?.offset ?? 0);
  }

  /** Fields that an object has twice: the name and place of each but the first. */
  get duplicates(): readonly {
    readonly path: string;
    readonly name: string;
    readonly place: Place;
  }[] {
    const found: { path: string; name: string; place: Place }[] = [];
    const open = this.#root === undefined ? [] : [{ node: this.#root, path: '' }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { node, path } = next;
      const seen = new Set<string>();
      for (const [index, child] of (node.children ?? []).entries()) {
        if (node.type === 'array') open.push({ node: child, path: `${path}[${index}]` });
        if (child.type !== 'property') continue;
        const [name, value] = child.children ?? [];
        const where = `${path}${path && '.'}${name?.value}`;
        if (name !== undefined && seen.has(name.value)) {
          found.push({ path: where, name: name.value, place: this.#at(name.offset) });
        }
        seen.add(name?.value);
        if (value !== undefined) open.push({ node: value, path: where });
      }
    }
    return found;
  }

  #at(offset: number): Place {
    let [low, high] = [0, this.#lineStarts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 };
  }
}

/** `injects[3].to[0]` → ["injects", 3, "to", 0]. */
function segmentsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? '') : Number(index),
  );
}

function nameOf(node: Node): Node | undefined {
  return node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
}
