/** JSON of what many are told alike, made once for as long as somebody holds the thing itself. */

const texts = new WeakMap<object, string>();

/** @param value never changed any more */
export function sharedJson(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}
