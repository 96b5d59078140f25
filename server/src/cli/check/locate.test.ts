import { describe, expect, test } from 'vitest';
import { Locator } from './locate.js';

const text = `{
  "id": "x",
  "injects": [
    { "to": ["jp", "ph"], "body": { "en": "Hello",
      "ja": "こんにちは" } }
  ]
}`;

describe('places in a file', () => {
  test.each([
    ['', 1, 1],
    ['id', 2, 3],
    ['injects[0].to[1]', 4, 20],
    ['injects[0].body.ja', 5, 7],
    // What is missing stands where it would belong.
    ['injects[0].release.minutes', 4, 5],
    ['injects[7].to', 3, 3],
  ])('[CLI1] "%s" stands in line %i, column %i', (path, line, column) => {
    expect(new Locator(text).placeOf(path)).toEqual({ line, column });
  });

  test('[CLI1] lines that end as on Windows are counted alike', () => {
    const place = new Locator(text.replaceAll('\n', '\r\n')).placeOf('injects[0].body.ja');
    expect(place).toEqual({ line: 5, column: 7 });
  });

  test('[CLI1] a text that stops being JSON is broken at a place', () => {
    expect(new Locator('{\n  "id": "x",\n  oops\n}').brokenAt).toEqual({ line: 3, column: 3 });
    expect(new Locator('').brokenAt).toEqual({ line: 1, column: 1 });
  });

  test('[CLI1] a field that is given twice is found, wherever it stands', () => {
    const doubled = '{ "a": [ { "b": 1, "c": { "d": 1, "d": 2 } },\n { "b": 1, "b": 1 } ] }';
    expect(
      new Locator(doubled).duplicates.map(({ path, place }) => [path, place.line, place.column]),
    ).toEqual([
      ['a[1].b', 2, 12],
      ['a[0].c.d', 1, 35],
    ]);
  });
});
