import { createHmac } from 'node:crypto';
import { done, happened } from '../../shared/errors/outcome.ts';
import { readWebAddress } from '../platform/webAddress.ts';
import type { ChannelWay } from './channel.ts';
import { postJson, readUrl } from './postJson.ts';

/**
 * A program of the shop's own: one JSON document, signed as `x-shipdesk-signature: sha256=…` over the body where a secret is
 * set. `id` stays the same for whatever is sent once.
 */
export const plainWebhook: ChannelWay = {
  kind: 'webhook',
  secretFields: ['url', 'secret'],
  readFields({ url, secret = '' }) {
    const read = readUrl(url);
    return read.ok ? done({ url: read.value, secret: secret.trim() }) : read;
  },
  targetOf: ({ url = '' }) => readWebAddress(url)?.host ?? '',
  async send({ url = '', secret = '' }, { id, at, title, alarms }, ports) {
    const body = JSON.stringify({ id, at: new Date(at).toISOString(), title, alarms: alarms.map(shown) });
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    const headers = secret === '' ? {} : { 'x-shipdesk-signature': signature };
    const sent = await postJson(ports, url, body, headers);
    return sent.ok ? happened(null) : sent;
  },
};

const shown = ({ raisedAt, clearedAt, ...alarm }: Parameters<ChannelWay['send']>[1]['alarms'][number]) => ({
  ...alarm,
  raisedAt: new Date(raisedAt).toISOString(),
  clearedAt: clearedAt === null ? null : new Date(clearedAt).toISOString(),
});
