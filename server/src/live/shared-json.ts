/** JSON of what many are told alike, made once for as long as somebody holds the thing itself. */

const texts = new WeakMap<object, string>();
const bytes = new WeakMap<object, Buffer>();

/** @param value never changed any more */
export function sharedJson(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}

/** The same in UTF-8. @param value never changed any more */
export function sharedBytes(value: object): Buffer {
  const known = bytes.get(value);
  if (known !== undefined) return known;
  const made = Buffer.from(sharedJson(value));
  bytes.set(value, made);
  return made;
}
