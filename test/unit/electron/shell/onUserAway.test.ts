import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { onUserAway } from '../../../../electron/shell/onUserAway.ts';

it('the computer’s lock, its sleep and another user at it are told; coming back is not', () => {
  const monitor = new EventEmitter();
  let told = 0;
  onUserAway(monitor, () => told++);
  for (const event of ['lock-screen', 'suspend', 'user-did-resign-active']) monitor.emit(event);
  expect(told).toBe(3);
  for (const event of ['unlock-screen', 'resume', 'on-battery']) monitor.emit(event);
  expect(told).toBe(3);
});

it('a runtime without a power monitor is no reason not to start', () => {
  onUserAway(undefined, () => expect.unreachable());
  onUserAway({} as never, () => expect.unreachable());
});
