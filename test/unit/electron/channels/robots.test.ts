import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelFields, ChannelPost } from '../../../../electron/channels/channel.ts';
import { channelWay } from '../../../../electron/channels/index.ts';
import { nodeHttp } from '../../../../electron/platform/nodeHttp.ts';
import type { ChannelKind } from '../../../../shared/domain/insight/alarm.ts';
import { RobotServer } from '../../../doubles/channels/robotServer.ts';
import { handClock } from '../../../doubles/handClock.ts';

const http = nodeHttp();
const clock = handClock();
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
  title: '发货台 报警',
  lines: ['一行'],
  alarms: [],
};
const send = (kind: ChannelKind, fields: ChannelFields) =>
  channelWay(kind).send(fields, post, { http, clock });

const paths = {
  wecom: '/wecom?key=wk',
  dingtalk: '/dingtalk?access_token=t',
  feishu: '/feishu/hook',
} as const;
const robots = ['wecom', 'dingtalk', 'feishu'] as const;

describe('group robots', () => {
  it.each(robots)('%s takes a text and says so', async (kind) => {
    expect(await send(kind, { url: server.base + paths[kind], secret: '' })).toMatchObject({ ok: true });
    expect(server.posts).toHaveLength(1);
    expect(JSON.stringify(server.posts[0]?.body)).toContain('发货台 报警\\n一行');
  });

  it('signs for DingTalk in the address, and is refused with another secret', async () => {
    server.dingtalkSecret = 'SECabc';
    const url = server.base + paths.dingtalk;
    expect(await send('dingtalk', { url, secret: 'SECabc' })).toMatchObject({ ok: true });
    expect(server.posts[0]?.query.get('access_token')).toBe('t');
    expect(await send('dingtalk', { url, secret: 'SECxyz' })).toMatchObject({
      ok: false,
      certainty: 'did-not-happen',
      code: 'CHANNEL_REFUSED',
      params: { reply: '310000' },
    });
  });

  it('signs for Feishu in the body, and is refused with another secret', async () => {
    server.feishuSecret = 'fs';
    const url = server.base + paths.feishu;
    expect(await send('feishu', { url, secret: 'fs' })).toMatchObject({ ok: true });
    expect(await send('feishu', { url, secret: '' })).toMatchObject({
      code: 'CHANNEL_REFUSED',
      params: { reply: '19021' },
    });
  });

  it.each(['dingtalk', 'feishu'] as const)('%s is signed for only where there is a secret', async (kind) => {
    await send(kind, { url: server.base + paths[kind], secret: '' });
    const [seen] = server.posts;
    expect(seen?.query.has('sign')).toBe(false);
    expect(seen?.body).not.toHaveProperty('sign');
  });

  it.each(robots)('%s that wants fewer messages is asked again later', async (kind) => {
    server.behaviour = 'busy';
    const sent = await send(kind, { url: server.base + paths[kind] });
    expect(sent).toMatchObject({ ok: false, certainty: 'did-not-happen', code: 'CHANNEL_BUSY' });
  });

  it.each(robots)('%s that refuses is named with its own code, its words left out', async (kind) => {
    server.behaviour = 'refuses';
    const sent = await send(kind, { url: server.base + paths[kind] });
    expect(sent).toMatchObject({ ok: false, certainty: 'did-not-happen', code: 'CHANNEL_REFUSED' });
    expect(JSON.stringify(sent)).not.toMatch(/wk|access_token|invalid/);
  });

  it.each([['html'], ['broken'], ['silent']] as const)(
    'after a reply that is %s nobody knows whether it arrived',
    async (behaviour) => {
      server.behaviour = behaviour;
      const sent = await send('wecom', { url: server.base + paths.wecom });
      expect(sent).toMatchObject({ ok: false, certainty: 'unknown' });
    },
  );

  it('knows that nothing has left when nobody is there', async () => {
    const url = server.base + paths.wecom;
    await server.stop();
    expect(await send('wecom', { url })).toMatchObject({
      certainty: 'did-not-happen',
      code: 'NETWORK_REFUSED',
    });
  });

  it.each(robots)('%s has an address that is encrypted, and shows its host alone', (kind) => {
    const way = channelWay(kind);
    expect(way.readFields({ url: 'http://example.com/x' })).toMatchObject({
      code: 'CHANNEL_ADDRESS_INVALID',
    });
    expect(way.readFields({ url: 'file:///etc/passwd' })).toMatchObject({ code: 'CHANNEL_ADDRESS_INVALID' });
    const read = way.readFields({ url: ' https://robot.example.com/send?key=k1 ' });
    expect(read.ok && way.targetOf(read.value)).toBe('robot.example.com');
    expect(way.secretFields).toContain('url');
  });
});
