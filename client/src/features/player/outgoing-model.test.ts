import { expect, test } from 'vitest';
import { namesOfOutgoing } from './outgoing-model';

test('[AWAY1] what waits to be sent is named in its order; a mere reading is not', () => {
  expect(
    namesOfOutgoing([{ type: 'OpenInject' }, { type: 'SendResponse' }, { type: 'FileReport' }]),
  ).toEqual(['SendResponse', 'FileReport']);
  expect(namesOfOutgoing([{ type: 'LeaveExercise' }])).toEqual(['other']);
});
