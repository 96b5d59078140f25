import type { WaitingPerson } from '@trilogue/engine/protocol/entry';
import { expect, test } from 'vitest';
import { newcomers } from './newcomers';

const person = (seatId: string) => ({ seatId, name: seatId }) as WaitingPerson;
const namesOf = (people: readonly WaitingPerson[]) => people.map(({ name }) => name);

test('[ROOM17] whoever comes to the door is told of once, and again only after they had gone', () => {
  const [aiko, ben] = [person('aiko'), person('ben')];
  expect(namesOf(newcomers(new Set(), [aiko]))).toEqual(['aiko']);
  expect(namesOf(newcomers(new Set(['aiko']), [aiko, ben]))).toEqual(['ben']);
  expect(namesOf(newcomers(new Set(['aiko', 'ben']), [aiko, ben]))).toEqual([]);
  // Ben was turned away meanwhile, and knocks once more.
  expect(namesOf(newcomers(new Set(['aiko']), [ben, aiko]))).toEqual(['ben']);
});
