import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelPost } from '../../../../electron/channels/channel.ts';
import { plainWebhook } from '../../../../electron/channels/plainWebhook.ts';
import { nodeHttp } from '../../../../electron/platform/nodeHttp.ts';
import { RobotServer } from '../../../doubles/channels/robotServer.ts';
import { handClock } from '../../../doubles/handClock.ts';

const http = nodeHttp();
const ports = { http, clock: handClock() };
let server: RobotServer;
beforeEach(async () => {
  server = await new RobotServer().start();
});
afterEach(async () => {
  await server.stop();
  http.close();
});

const post: ChannelPost = {
  id: 'p1',
  at: 1_700_000_000_000,
  title: 'ShipDesk Alarm: Printer stopped',
  lines: ['…'],
  alarms: [
    {
      id: 'a1',
      event: 'raised',
      kind: 'printer',
      severity: 'urgent',
      scope: 'TSC',
      facts: { minutes: 6, waiting: 12 },
      raisedAt: 1_700_000_000_000,
      clearedAt: null,
      text: 'The printer “TSC” has been stopped for 6 min; labels waiting: 12.',
    },
  ],
};

it('posts one JSON document with an id, and signs exactly the bytes it sends', async () => {
  expect(await plainWebhook.send({ url: `${server.base}/mine`, secret: 's1' }, post, ports)).toMatchObject({
    ok: true,
  });
  const [seen] = server.posts;
  expect(seen?.body).toMatchObject({
    id: 'p1',
    at: '2023-11-14T22:13:20.000Z',
    alarms: [{ id: 'a1', kind: 'printer', facts: { waiting: 12 }, raisedAt: '2023-11-14T22:13:20.000Z' }],
  });
  const proof = createHmac('sha256', 's1')
    .update(seen?.text ?? '')
    .digest('hex');
  expect(seen?.headers['x-shipdesk-signature']).toBe(`sha256=${proof}`);
});

it('says when an alarm was over, and nothing of one that stands', async () => {
  const over = post.alarms.map((alarm) => ({ ...alarm, clearedAt: 1_700_000_060_000 }));
  await plainWebhook.send({ url: `${server.base}/mine` }, { ...post, alarms: over }, ports);
  await plainWebhook.send({ url: `${server.base}/mine` }, post, ports);
  expect(server.posts.map(({ body }) => body)).toMatchObject([
    { alarms: [{ clearedAt: '2023-11-14T22:14:20.000Z' }] },
    { alarms: [{ clearedAt: null }] },
  ]);
});

it('is shown by its host alone', () => {
  expect(plainWebhook.targetOf({ url: 'https://erp.example.com/hook?key=k1' })).toBe('erp.example.com');
});

it('signs nothing without a secret', async () => {
  await plainWebhook.send({ url: `${server.base}/mine`, secret: '' }, post, ports);
  expect(server.posts[0]?.headers['x-shipdesk-signature']).toBeUndefined();
});

it.each([
  ['busy', 'did-not-happen', 'CHANNEL_BUSY'],
  ['refuses', 'did-not-happen', 'CHANNEL_REFUSED'],
  ['broken', 'unknown', 'CHANNEL_BROKEN'],
  ['drops', 'unknown', 'NETWORK_CUT'],
] as const)('%s: %s', async (behaviour, certainty, code) => {
  server.behaviour = behaviour;
  const sent = await plainWebhook.send({ url: `${server.base}/mine`, secret: '' }, post, ports);
  expect(sent).toMatchObject({ ok: false, certainty, code });
});
