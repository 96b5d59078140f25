/** A command as a client sends it. */
import type { commandSchema } from '@trilogue/engine/exercise/commands';
import type { z } from 'zod';

/** With plain strings for ids, as a browser sends them. */
type Unbranded<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Unbranded<Item>[]
    : T extends object
      ? { [Key in keyof T]: Unbranded<T[Key]> }
      : T;
export type CommandInput = Unbranded<z.input<typeof commandSchema>> & { readonly type: string };
