import { expect, test } from 'vitest';
import { dependants } from './dependants';

const asset = (id: string, dependsOn: readonly string[] = []) => ({ [id]: { id, dependsOn } });

test('[ROOM9] what leans on a system is told, also through others, and a circle ends', () => {
  const assets = {
    ...asset('power', ['gates']),
    ...asset('terminal', ['power']),
    ...asset('gates', ['terminal']),
    ...asset('customs', ['terminal']),
    ...asset('hospital'),
  } as never;
  expect(dependants(assets, 'power' as never)).toEqual(['terminal', 'gates', 'customs']);
  expect(dependants(assets, 'hospital' as never)).toEqual([]);
});
