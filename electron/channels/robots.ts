import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { ChannelKind } from '../../shared/domain/insight/alarm.ts';
import {
  type CallOutcome,
  didNotHappen,
  done,
  happened,
  unknownOutcome,
} from '../../shared/errors/outcome.ts';
import type { HttpReply } from '../platform/http.ts';
import { readWebAddress } from '../platform/webAddress.ts';
import { type ChannelFields, type ChannelPost, type ChannelWay, plainText } from './channel.ts';
import { postJson, readUrl } from './postJson.ts';

interface Robot {
  readonly kind: ChannelKind;
  /** Has it a secret that signs? */
  readonly isSigned: boolean;
  /** Address and body at this moment. */
  request(
    fields: ChannelFields,
    post: ChannelPost,
    now: number,
  ): { readonly url: string; readonly body: unknown };
  /** Codes by which it says: too many at once. */
  readonly busyCodes: readonly number[];
}

/** `errcode`: WeCom and DingTalk; `code` or `StatusCode`: Feishu. Some answer 200 whatever comes. */
const replySchema = z.object({
  errcode: z.number().optional(),
  code: z.number().optional(),
  StatusCode: z.number().optional(),
});

/** Longest text all three take (WeCom: 2,048 bytes, a Chinese sign has three). */
const mostCharacters = 600;
const shortened = (text: string): string =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;

function robot({ kind, isSigned, request, busyCodes }: Robot): ChannelWay {
  return {
    kind,
    secretFields: ['url', 'secret'],
    readFields({ url, secret = '' }) {
      const read = readUrl(url);
      if (!read.ok) return read;
      return done(isSigned ? { url: read.value, secret: secret.trim() } : { url: read.value });
    },
    targetOf: ({ url = '' }) => readWebAddress(url)?.host ?? '',
    async send(fields, post, ports) {
      const { url, body } = request(fields, post, ports.clock.now());
      const sent = await postJson(ports, url, JSON.stringify(body));
      return sent.ok ? readReply(sent.value, new URL(url).host, busyCodes) : sent;
    },
  };
}

function readReply({ body }: HttpReply, host: string, busyCodes: readonly number[]): CallOutcome<null> {
  const reply = parsed(Buffer.from(body).toString('utf8'));
  const code = reply?.errcode ?? reply?.code ?? reply?.StatusCode;
  // Whoever answered is no such robot: a proxy, or a page that asks for a password.
  if (code === undefined) return unknownOutcome('CHANNEL_BROKEN', { host, reply: '200' });
  if (code === 0) return happened(null);
  const params = { host, reply: String(code) };
  return didNotHappen(busyCodes.includes(code) ? 'CHANNEL_BUSY' : 'CHANNEL_REFUSED', params);
}

function parsed(text: string): z.infer<typeof replySchema> | null {
  try {
    return replySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const text = (post: ChannelPost) => shortened(plainText(post));

/** WeCom (企业微信) group robot: the key in its address is all there is. */
export const wecomRobot = robot({
  kind: 'wecom',
  isSigned: false,
  busyCodes: [45009, -1],
  request: ({ url = '' }, post) => ({ url, body: { msgtype: 'text', text: { content: text(post) } } }),
});

/** DingTalk (钉钉) group robot: time and secret signed in the address. */
export const dingtalkRobot = robot({
  kind: 'dingtalk',
  isSigned: true,
  busyCodes: [130101, -1],
  request({ url = '', secret = '' }, post, now) {
    const body = { msgtype: 'text', text: { content: text(post) } };
    if (secret === '') return { url, body };
    const signed = new URL(url);
    signed.searchParams.set('timestamp', String(now));
    signed.searchParams.set(
      'sign',
      createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64'),
    );
    return { url: signed.href, body };
  },
});

/** Feishu (飞书) and Lark group robot: seconds and secret are the key, what is signed is empty. */
export const feishuRobot = robot({
  kind: 'feishu',
  isSigned: true,
  busyCodes: [11232, 9499],
  request({ url = '', secret = '' }, post, now) {
    const body = { msg_type: 'text', content: { text: text(post) } };
    if (secret === '') return { url, body };
    const timestamp = String(Math.floor(now / 1_000));
    const sign = createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
    return { url, body: { timestamp, sign, ...body } };
  },
});
