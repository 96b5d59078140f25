/** What a broken or hostile client may put on the wire. Each ends with its line closed, by whomever. */
import type { Dice } from '../../support/dice.js';
import { frame, type RawCredentials, RawLine, upgradeRequest } from '../../support/raw-line.js';
import { pause } from './witness.js';

export interface Target {
  readonly url: string;
  readonly credentials: RawCredentials;
  readonly dice: Dice;
}

export type Attack = (target: Target) => Promise<void>;

/** Sends something on an upgraded line, and expects that the line is cut off, or nothing at all. */
const onLine =
  (act: (line: RawLine, target: Target) => void | Promise<void>, isCutOff = false): Attack =>
  async (target) => {
    const line = await RawLine.upgraded(target.url);
    try {
      await act(line, target);
      if (isCutOff) await line.until(() => line.isClosed, 5_000);
      else await pause(100);
    } finally {
      line.close();
    }
  };

/** As `onLine`, with a seat. A question after it must still be answered. */
const onSeat =
  (act: (line: RawLine, target: Target) => void | Promise<void>): Attack =>
  async (target) => {
    const line = await RawLine.seated(target.url, target.credentials);
    try {
      await act(line, target);
      line.say('4299["time"]');
      await line.until(() => line.heard.some((text) => text.startsWith('4399[')), 5_000);
    } finally {
      line.close();
    }
  };

export const attacks: Readonly<Record<string, Attack>> = {
  // Before there is a WebSocket.
  noise: ({ url, dice }) => raw(url, (line) => line.write(bytes(dice, 2_000)), true),
  halfRequest: ({ url }) => raw(url, (line) => line.write('GET /socket.io/?EIO=4&tran')),
  hugeHeader: ({ url }) =>
    raw(url, (line) => line.write(`GET / HTTP/1.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`), true),
  wrongVersion: ({ url }) =>
    raw(url, (line) => line.write(upgradeRequest(url).replace('EIO=4', 'EIO=99')), true),
  slowHandshake: ({ url }) =>
    raw(url, async (line) => {
      for (const letter of upgradeRequest(url).slice(0, 40)) {
        line.write(letter);
        await pause(20);
      }
    }),

  // WebSocket frames that are none.
  unmasked: onLine((line) => line.write(frame(Buffer.from('40'), { isMasked: false })), true),
  reservedBits: onLine((line) => line.write(frame(Buffer.from('40'), { first: 0xf1 })), true),
  unknownOpcode: onLine((line) => line.write(frame(Buffer.from('40'), { first: 0x83 })), true),
  noiseAfterUpgrade: onLine((line, { dice }) => line.write(bytes(dice, 5_000)), true),
  brokenText: onLine((line) => line.write(frame(Buffer.from([0xc3, 0x28, 0xff]))), true),
  claimedLength: onLine(
    (line) => line.write(Buffer.from([0x81, 0xff, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    true,
  ),
  oversized: onLine((line) => line.write(frame(Buffer.alloc(200_000, 0x34))), true),
  farOversized: onLine((line) => line.write(frame(Buffer.alloc(20_000_000, 0x34))), true),
  oversizedInPieces: onLine(async (line) => {
    line.write(frame(Buffer.alloc(60_000, 0x34), { first: 0x01 }));
    for (let piece = 0; piece < 5 && !line.isClosed; piece++) {
      line.write(frame(Buffer.alloc(60_000, 0x34), { first: 0x00 }));
      await pause(10);
    }
  }, true),
  pings: onLine((line) => {
    for (let count = 0; count < 2_000; count++) line.write(frame(Buffer.alloc(0), { first: 0x89 }));
  }),

  // Engine.IO and Socket.IO packets that are none.
  notAPacket: onLine((line) => line.say('x'), true),
  unknownPacket: onLine((line) => line.say('49'), true),
  eventBeforeConnect: onLine((line) => line.say('42["command",{}]'), true),
  emptyEvent: onLine((line) => line.say('42[]'), true),
  notJson: onLine((line) => line.say('42["command",{'), true),
  reservedEvent: onLine((line) => line.say('42["disconnect"]'), true),
  otherNamespace: onLine((line) => line.say('40/admin,{}')),
  manyNamespaces: onLine((line) => {
    for (let count = 0; count < 200; count++) line.say(`40/n${count},{}`);
  }),
  binaryNeverSent: onLine((line) => line.say('459999-["command",{"_placeholder":true,"num":0}]')),
  handshakeOfAnotherShape: onLine((line) => line.say('40{"protocolVersion":[],"__proto__":{}}')),
  handshakeAgain: onLine((line, { credentials }) => {
    for (let count = 0; count < 5; count++) line.say(`40${JSON.stringify(credentials)}`);
  }),

  // From a seat, well-formed and senseless.
  garbageCalls: onSeat((line, { dice }) => {
    for (let id = 100; id < 140; id++)
      line.say(`42${id}${JSON.stringify(['command', junk(dice)])}`);
  }),
  unknownCall: onSeat((line) => line.say('42100["dance",{}]')),
  noAcknowledgement: onSeat((line) => line.say('42["command",{"commandId":"quiet","command":{}}]')),
  prototype: onSeat((line) =>
    line.say('42101["command",{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}]'),
  ),
  deepNesting: onSeat((line) =>
    line.say(`42102["command",${'['.repeat(40_000)}${']'.repeat(40_000)}]`),
  ),
  subscribeAgainAndAgain: onSeat((line) => {
    for (let id = 200; id < 260; id++) line.say(`42${id}["subscribe",{"cursor":null}]`);
  }),
  impossibleCursor: onSeat((line) =>
    line.say('42103["subscribe",{"cursor":{"epoch":9007199254740991,"seq":9007199254740991}}]'),
  ),
  oldEpoch: onSeat((line) =>
    line.say('42104["command",{"commandId":"late","epoch":99,"command":{"type":"PauseClock"}}]'),
  ),
  byTheDrop: onSeat(async (line) => {
    for (const byte of frame(Buffer.from('4298["time"]'))) {
      line.write(Buffer.from([byte]));
      await pause(20);
    }
  }),
  hungUpInTheMiddle: async ({ url, credentials }) => {
    const line = await RawLine.seated(url, credentials);
    line.write(frame(Buffer.alloc(50_000, 0x34)).subarray(0, 20_000));
    line.close();
  },
};

async function raw(
  url: string,
  act: (line: RawLine) => void | Promise<void>,
  isCutOff = false,
): Promise<void> {
  const line = await RawLine.open(url);
  try {
    await act(line);
    if (isCutOff) await line.until(() => line.isClosed, 5_000);
  } finally {
    line.close();
  }
}

function bytes(dice: Dice, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => dice.upTo(255)));
}

/** JSON of any shape, with pieces that a command has. */
function junk(dice: Dice, depth = 0): unknown {
  const pieces = [null, true, -1, 1e308, '', 'SendMessage', '\u0000', '𠮷'.repeat(50), [], {}];
  if (depth > 3 || dice.isIn(40)) return dice.oneOf(pieces);
  if (dice.isIn(30)) return Array.from({ length: dice.upTo(4) }, () => junk(dice, depth + 1));
  const keys = dice.some(['type', 'commandId', 'command', 'epoch', 'text', 'thread', 'x'], 1, 5);
  return Object.fromEntries(keys.map((key) => [key, junk(dice, depth + 1)]));
}
