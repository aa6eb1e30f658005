import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelPost } from '../../../../electron/channels/channel.ts';
import { mail } from '../../../../electron/channels/mail.ts';
import { nodeHttp } from '../../../../electron/platform/nodeHttp.ts';
import { MailServer } from '../../../doubles/channels/mailServer.ts';
import { handClock } from '../../../doubles/handClock.ts';

const ports = { http: nodeHttp(), clock: handClock() };
let server: MailServer;
beforeEach(async () => {
  server = await new MailServer().start();
});
afterEach(() => server.stop());

const post: ChannelPost = {
  id: 'p1',
  at: 1_700_000_000_000,
  title: '发货台 报警：打印机停了',
  lines: ['【报警】打印机停了'],
  alarms: [],
};
const fields = () => ({
  host: '127.0.0.1',
  port: String(server.port),
  user: '',
  password: '',
  from: 'desk@shop.example',
  to: 'boss@shop.example, night@shop.example',
});
const send = (changed = {}) => mail.send({ ...fields(), ...changed }, post, ports);

it('hands one letter to the server, for everybody who is to read it, under an id of its own', async () => {
  expect(await send()).toMatchObject({ ok: true });
  const [letter] = server.letters;
  expect(letter?.from).toBe('desk@shop.example');
  expect(letter?.to).toEqual(['boss@shop.example', 'night@shop.example']);
  expect(letter?.source).toContain('Message-ID: <p1@shipdesk.invalid>');
  expect(Buffer.from(letter?.source.split('\n\n')[1] ?? '', 'base64').toString('utf8')).toContain(
    '打印机停了',
  );
});

it('signs in where there is a user, and names a password that is refused', async () => {
  server.password = 'pw1';
  expect(await send({ user: 'desk', password: 'pw1' })).toMatchObject({ ok: true });
  const refused = await send({ user: 'desk', password: 'wrong' });
  expect(refused).toMatchObject({ certainty: 'did-not-happen', code: 'CHANNEL_LOGIN_REFUSED' });
  expect(JSON.stringify(refused)).not.toContain('wrong');
  expect(server.letters).toHaveLength(1);
});

it.each([
  ['busy', 'did-not-happen', 'CHANNEL_BUSY'],
  ['refuses', 'did-not-happen', 'CHANNEL_REFUSED'],
  ['drops-at-hello', 'did-not-happen', 'NETWORK_UNREACHABLE'],
  ['drops-after-data', 'unknown', 'NETWORK_CUT'],
] as const)('a server that %s: %s', async (behaviour, certainty, code) => {
  server.behaviour = behaviour;
  expect(await send()).toMatchObject({ ok: false, certainty, code });
});

it('never speaks to another computer without encryption', async () => {
  // 127.0.0.1 under a name that is not known to be this computer.
  const sent = await send({ host: '127.0.0.2' });
  expect(sent).toMatchObject({ ok: false, certainty: 'did-not-happen' });
  expect(server.letters).toEqual([]);
});

it('takes several receivers, and names the field that is wrong', () => {
  expect(mail.readFields({ host: 'smtp.shop.example', from: 'a@b.cn', to: 'c@d.cn；e@f.cn' })).toMatchObject({
    ok: true,
    value: { port: '465', to: 'c@d.cn, e@f.cn' },
  });
  const wrong = (given: Record<string, string>) =>
    mail.readFields({ host: 'h', port: '25', from: 'a@b.cn', to: 'c@d.cn', ...given });
  expect(wrong({ host: 'h h' })).toMatchObject({ params: { field: 'host' } });
  expect(wrong({ port: '0' })).toMatchObject({ params: { field: 'port' } });
  expect(wrong({ from: 'x' })).toMatchObject({ params: { field: 'from' } });
  expect(wrong({ to: '' })).toMatchObject({ params: { field: 'to' } });
  expect(wrong({ to: 'c@d.cn\r\nBcc: x@y.cn <' })).toMatchObject({ params: { field: 'to' } });
});
