import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../../../electron/platform/clock.ts';
import {
  addSerialGun,
  changeBenchDevices,
  putSimulatedScale,
  readBenchDevices,
} from '../../../../../electron/usecases/devices/benchDevices.ts';
import { DeviceLines, type DeviceNews } from '../../../../../electron/usecases/devices/deviceLines.ts';
import type { Workspace } from '../../../../../electron/usecases/workspace/workspace.ts';
import { failure } from '../../../../../shared/errors/outcome.ts';
import { type SerialTalker, startSerialTalker } from '../../../../doubles/devices/serialTalker.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let base: TestWorkspace;
let workspace: Workspace;
let lines: DeviceLines;
let stop: AbortController;
let talkers: SerialTalker[] = [];
const news: DeviceNews[] = [];

async function talker(answers?: (bytes: Buffer) => Uint8Array | null): Promise<SerialTalker> {
  const started = await startSerialTalker(answers);
  talkers.push(started);
  return started;
}

async function start(): Promise<void> {
  await lines.start(stop.signal);
  void (async () => {
    for await (const one of lines.follow(stop.signal)) news.push(one);
  })();
}

/** Ports open and timers run late on a busy machine. */
const soon = <T>(look: () => T) => expect.poll(look, { interval: 20 });
const scans = () => news.filter((one) => one.kind === 'scan');
const scaleOn = (port: string, format: string) =>
  changeBenchDevices(workspace, {
    scale: { way: 'serial', port, plug: '', format, unit: 'kg', baud: 9_600 },
  });
const state = () => lines.says()?.state;

beforeEach(async () => {
  base = await openTestWorkspace({ isPractice: true });
  // Ports and pseudo terminals keep the real time.
  workspace = { ...base, clock: systemClock };
  lines = new DeviceLines(workspace);
  stop = new AbortController();
  news.length = 0;
  talkers = [];
});
afterEach(async () => {
  stop.abort();
  await lines.renew();
  for (const one of talkers) await one.stop();
  await base.close();
});

describe('a gun on a serial port', () => {
  test('each code is reported with its gun; two guns at once never mix', async () => {
    const [left, right] = [await talker(), await talker()];
    await addSerialGun(workspace, { port: left.path, name: '左边', baud: 9_600 });
    await addSerialGun(workspace, { port: right.path, name: '', baud: 115_200 });
    await start();
    await soon(() => news.length).toBeGreaterThan(0);
    const { serialGuns } = await readBenchDevices(workspace);
    await soon(() => serialGuns.map(({ id }) => lines.gunCause(id))).toEqual(['', '']);
    left.say('SF12345');
    right.say('69012');
    left.say('67890123\r\n');
    right.say('34567892\r');
    await soon(() => scans().length).toBe(2);
    expect(scans()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ gun: '左边', code: 'SF1234567890123', isUnended: false }),
        expect.objectContaining({ gun: right.path, code: '6901234567892', isUnended: false }),
      ]),
    );
  });

  test('unplugged it says so, plugged in again it reads on', async () => {
    const gun = await talker();
    await addSerialGun(workspace, { port: gun.path, name: '枪', baud: 9_600 });
    await start();
    const id = (await readBenchDevices(workspace)).serialGuns[0]?.id ?? '';
    await soon(() => lines.gunCause(id)).toBe('');
    await gun.pull();
    await soon(() => lines.gunCause(id)).not.toBe('');
    await gun.plugIn();
    await soon(() => lines.gunCause(id)).toBe('');
    gun.say('BACK77\r');
    await soon(() => scans()).toMatchObject([{ code: 'BACK77' }]);
  });

  test('a port is used for one thing only', async () => {
    await addSerialGun(workspace, { port: '/dev/ttyUSB7', name: '枪', baud: 9_600 });
    expect(await addSerialGun(workspace, { port: '/dev/ttyUSB7', name: '枪二', baud: 9_600 })).toMatchObject({
      code: 'DEVICE_PORT_TAKEN',
    });
  });
});

describe('a scale on a serial port', () => {
  test('moving, at rest, silent, nonsense and away are distinguished', async () => {
    const scale = await talker();
    await scaleOn(scale.path, 'st-gs');
    await start();
    scale.keepSaying('US,GS,+  0.300kg\r\n');
    await soon(() => lines.says()).toMatchObject({ state: 'moving', grams: 300 });
    scale.keepSaying('ST,GS,+  0.523kg\r\n');
    await soon(() => lines.says()).toMatchObject({ state: 'stable', grams: 523 });
    scale.hush();
    await soon(state).toBe('silent');
    scale.keepSaying('#### ERROR 17 #### ERROR 17 ####\r\n');
    await soon(state).toBe('nonsense');
    await scale.pull();
    await soon(() => lines.says()).toMatchObject({ state: 'away', grams: null });
    const told = news.flatMap((one) => (one.kind === 'scale' ? [one.says?.state] : []));
    expect(told.filter((one, at) => one !== told[at - 1])).toEqual(
      expect.arrayContaining(['moving', 'stable', 'silent', 'nonsense']),
    );
  });

  test('one that has to be asked is asked, and answered when it acknowledges', async () => {
    const frame = Buffer.from('01025320312E3233346B67550304', 'hex');
    const scale = await talker((bytes) => {
      if (bytes.includes(0x11)) return frame;
      return bytes.includes(0x05) ? Uint8Array.of(0x06) : null;
    });
    await scaleOn(scale.path, 'dahua-poll');
    await start();
    await soon(() => lines.says()).toMatchObject({ state: 'stable', grams: 1_234 });
  });
});

test('a weight that rests is reported again and again, so that its age stays that of the scale’s last word', async () => {
  const scale = await talker();
  await scaleOn(scale.path, 'st-gs');
  await start();
  scale.keepSaying('ST,GS,+  0.523kg\r\n');
  const times = () =>
    news.flatMap((one) => (one.kind === 'scale' && one.says?.state === 'stable' ? [one.says.at ?? 0] : []));
  await soon(() => times().length).toBeGreaterThan(3);
  const gaps = times().map((at, index) => at - (times()[index - 1] ?? at));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(1_000);
});

describe('setting a scale up', () => {
  test('what it may speak is shown live, a known weight decides, and it is the bench’s from then on', async () => {
    const scale = await talker();
    scale.keepSaying('=0003.000');
    await lines.start(stop.signal);
    const steps = lines.try({ way: 'serial', port: scale.path }, stop.signal);
    let guesses: readonly string[] = [];
    while (guesses.length < 4) {
      const { value } = await steps.next();
      guesses = value?.guesses.map(({ format, unit }) => `${format.id} ${unit}`) ?? [];
    }
    expect(guesses).toEqual(['xk3190-1 kg', 'xk3190-1 g', 'xk3190-2 kg', 'xk3190-2 g']);
    await soon(async () => (await lines.choose(1_000)).ok).toBe(false);
    expect(await lines.choose(1_000)).toMatchObject({ code: 'SCALE_NOT_PROVEN' });
    await soon(async () => (await lines.choose(3_000)).ok).toBe(true);
    await steps.return();
    expect((await readBenchDevices(workspace)).scale).toMatchObject({
      format: 'xk3190-2',
      unit: 'kg',
      baud: 9_600,
    });
    await soon(() => lines.says()).toMatchObject({ state: 'stable', grams: 3_000 });
  });

  test('without a scale being listened to nothing can be chosen', async () => {
    expect(await lines.choose(500)).toMatchObject({ code: 'SCALE_NOT_SET_UP' });
  });
});

describe('the simulated scale', () => {
  test('moves, comes to rest and is emptied like a real one', async () => {
    await putSimulatedScale(workspace);
    await start();
    await soon(state).toBe('zero');
    expect((await lines.put(800)).ok).toBe(true);
    await soon(state).toBe('moving');
    await soon(() => lines.says()).toMatchObject({ state: 'stable', grams: 800 });
    await lines.put(0);
    await soon(state).toBe('zero');
  });

  test('never weighs a real parcel', async () => {
    expect(await putSimulatedScale({ ...workspace, isPractice: false })).toMatchObject({
      code: 'SCALE_PRACTICE_ONLY',
    });
    await putSimulatedScale(workspace);
    const real = new DeviceLines({ ...workspace, isPractice: false });
    await real.start(stop.signal);
    expect(real.says()).toBeNull();
    await scaleOn('/dev/ttyUSB9', 'st-gs');
    await lines.start(stop.signal);
    expect(await lines.put(800)).toMatchObject({ code: 'SCALE_PRACTICE_ONLY' });
  });
});

test('a recorder that did not take its word is told to whoever looks at the bench', async () => {
  await start();
  lines.recorderFailed(failure('RECORDER_FAILED', { cause: 'timeout' }));
  await soon(() => news.find((one) => one.kind === 'recorder')).toMatchObject({ code: 'RECORDER_FAILED' });
});
