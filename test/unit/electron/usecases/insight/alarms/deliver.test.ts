import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  readChannels,
  removeChannel,
  saveChannel,
  testChannel,
} from '../../../../../../electron/usecases/insight/alarms/channels.ts';
import { deliverMessages } from '../../../../../../electron/usecases/insight/alarms/deliver.ts';
import {
  clearAlarm,
  raiseAlarm,
  silenceAlarm,
} from '../../../../../../electron/usecases/insight/alarms/raiseAlarm.ts';
import { minuteMs } from '../../../../../../shared/rules/shopTime.ts';
import { RobotServer } from '../../../../../doubles/channels/robotServer.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let server: RobotServer;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  server = await new RobotServer().start();
});
afterEach(async () => {
  await server.stop();
  await workspace.close();
});

const account = { kind: 'account', id: 'a1', name: '一号店 13800138000' } as const;
const down = { kind: 'platform-down', scope: account, facts: { minutes: 3, waiting: 7 } } as const;
const backup = {
  kind: 'backup-age',
  scope: { kind: 'shop', id: '', name: '' },
  facts: { minutes: 9 * 1_440 },
} as const;

async function channel(change: Partial<Parameters<typeof saveChannel>[1]> = {}) {
  const saved = await saveChannel(workspace, {
    kind: 'webhook',
    name: 'hook',
    isUrgentOnly: false,
    fields: { url: `${server.base}/mine?token=t0k3n`, secret: 's3cret' },
    ...change,
  });
  if (!saved.ok) throw new Error(saved.code);
  return saved.value;
}
const texts = () => server.posts.map(({ body }) => body.alarms.map(({ event }) => event));

it('tells a channel of an alarm once, and of its end, without personal data', async () => {
  await channel();
  await raiseAlarm(workspace, down);
  await deliverMessages(workspace);
  await raiseAlarm(workspace, { ...down, facts: { minutes: 4, waiting: 9 } });
  await deliverMessages(workspace);
  expect(texts()).toEqual([['raised']]);
  await clearAlarm(workspace, down);
  await deliverMessages(workspace);
  await deliverMessages(workspace);
  expect(texts()).toEqual([['raised'], ['cleared']]);
  expect(server.posts[0]?.text).toContain('一号店');
  expect(server.posts[0]?.text).not.toContain('13800138000');
});

it('keeps what it has to say for a channel that is down for a day, then sends each once, in one post', async () => {
  await channel();
  await server.stop();
  await raiseAlarm(workspace, backup);
  await raiseAlarm(workspace, down);
  const printer = { kind: 'printer', scope: { kind: 'printer', id: 'p', name: 'TSC' }, facts: {} } as const;
  await raiseAlarm(workspace, printer);
  for (let hour = 0; hour < 24; hour++) {
    await deliverMessages(workspace);
    await workspace.clock.advance(60 * minuteMs);
  }
  expect(await readChannels(workspace)).toMatchObject(
    [{ waiting: 3, failing: { code: 'NETWORK_REFUSED', since: 1_700_000_000_000 }, target: /127/ }].map(
      ({ target: _target, ...row }) => row,
    ),
  );
  // Mended before anybody was told: nobody is troubled with it.
  await clearAlarm(workspace, printer);
  await server.start();
  await deliverMessages(workspace);
  await deliverMessages(workspace);
  expect(texts()).toEqual([['raised', 'raised']]);
  expect(server.posts[0]?.body.alarms.map(({ kind }) => kind)).toEqual(['backup-age', 'platform-down']);
  expect(await readChannels(workspace)).toMatchObject([{ waiting: 0, failing: null }]);
});

it('never sends again what may have arrived', async () => {
  await channel();
  server.behaviour = 'silent';
  await raiseAlarm(workspace, down);
  await deliverMessages(workspace);
  server.behaviour = 'works';
  await workspace.clock.advance(24 * 60 * minuteMs);
  await deliverMessages(workspace);
  expect(server.posts).toHaveLength(1);
  expect(await readChannels(workspace)).toMatchObject([{ waiting: 0, failing: { code: 'NETWORK_CUT' } }]);
});

it('never sends again what was under way when the program ended', async () => {
  const { id } = await channel();
  await raiseAlarm(workspace, down);
  const [message] = await workspace.store.read.alarmMessages.due(id, workspace.clock.now(), 1);
  await workspace.store.write((write) => write.alarmMessages.begin([message?.id ?? '']));
  await deliverMessages(workspace);
  await deliverMessages(workspace);
  expect(server.posts).toEqual([]);
});

it('keeps what a robot refused, and sends it once the channel was changed', async () => {
  const { id } = await channel();
  server.behaviour = 'refuses';
  await raiseAlarm(workspace, down);
  await deliverMessages(workspace);
  expect(server.posts).toHaveLength(1);
  server.behaviour = 'works';
  await deliverMessages(workspace);
  expect(server.posts).toHaveLength(1);
  await saveChannel(workspace, {
    channelId: id,
    kind: 'webhook',
    name: 'hook',
    isUrgentOnly: false,
    fields: {},
  });
  await deliverMessages(workspace);
  expect(texts()[1]).toEqual(['raised']);
});

it('sends warnings to nobody who wants urgent alarms only', async () => {
  await channel({ isUrgentOnly: true });
  await raiseAlarm(workspace, backup);
  await deliverMessages(workspace);
  expect(server.posts).toEqual([]);
  await raiseAlarm(workspace, down);
  await deliverMessages(workspace);
  expect(texts()).toEqual([['raised']]);
});

it('is quiet about what begins again right after its end, until it has lasted', async () => {
  await channel();
  for (let time = 0; time < 5; time++) {
    await raiseAlarm(workspace, down);
    await deliverMessages(workspace);
    await workspace.clock.advance(2 * minuteMs);
    await clearAlarm(workspace, down);
    await deliverMessages(workspace);
    await workspace.clock.advance(2 * minuteMs);
  }
  expect(texts()).toEqual([['raised'], ['cleared']]);
  await raiseAlarm(workspace, down);
  await workspace.clock.advance(31 * minuteMs);
  await deliverMessages(workspace);
  expect(texts()).toEqual([['raised'], ['cleared'], ['raised']]);
});

it('seals address and keys, shows where it goes, and keeps a secret that is not typed again', async () => {
  const { id } = await channel();
  const [shown] = await readChannels(workspace);
  expect(shown).toMatchObject({
    name: 'hook',
    target: new URL(server.base).host,
    secretsSet: ['url', 'secret'],
  });
  expect(shown?.fields).toEqual({});
  const stored = JSON.stringify(await workspace.store.read.alarmChannels.byId(id));
  expect(stored).not.toMatch(/t0k3n|s3cret/);
  await saveChannel(workspace, {
    channelId: id,
    kind: 'webhook',
    name: 'renamed',
    isUrgentOnly: true,
    fields: {},
  });
  expect(await testChannel(workspace, id)).toMatchObject({ ok: true });
  expect(server.posts[0]?.query.get('token')).toBe('t0k3n');
});

it('says what came of a test, and refuses a name that is taken and a channel that is gone', async () => {
  const { id } = await channel();
  server.behaviour = 'refuses';
  expect(await testChannel(workspace, id)).toMatchObject({ ok: false, code: 'CHANNEL_REFUSED' });
  expect(await readChannels(workspace)).toMatchObject([{ failing: { code: 'CHANNEL_REFUSED' } }]);
  const twin = await saveChannel(workspace, {
    kind: 'wecom',
    name: 'hook',
    isUrgentOnly: false,
    fields: { url: 'https://a.example' },
  });
  expect(twin).toMatchObject({ ok: false, code: 'CHANNEL_NAME_TAKEN' });
  await removeChannel(workspace, id);
  expect(await testChannel(workspace, id)).toMatchObject({ ok: false, code: 'CHANNEL_GONE' });
  expect(await readChannels(workspace)).toEqual([]);
});

const yearMs = 365 * 24 * 60 * minuteMs;

it('does not wait for the day a wrong clock showed when it was tried, and sends once', async () => {
  await channel();
  await server.stop();
  await workspace.clock.advance(yearMs);
  await raiseAlarm(workspace, down);
  await deliverMessages(workspace);
  await raiseAlarm(workspace, backup);
  await workspace.clock.advance(-yearMs);
  await server.start();
  await deliverMessages(workspace);
  await deliverMessages(workspace);
  expect(texts()).toEqual([['raised', 'raised']]);
});

it('keeps a silence that somebody asked for, also after a try that failed', async () => {
  await channel();
  await server.stop();
  const { alarm } = await raiseAlarm(workspace, down);
  await deliverMessages(workspace);
  await silenceAlarm(workspace, { alarmId: alarm.id, until: workspace.clock.now() + 120 * minuteMs });
  await server.start();
  await workspace.clock.advance(110 * minuteMs);
  await deliverMessages(workspace);
  expect(server.posts).toEqual([]);
  await workspace.clock.advance(10 * minuteMs);
  await deliverMessages(workspace);
  expect(texts()).toEqual([['raised']]);
});
