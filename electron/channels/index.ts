import type { ChannelKind } from '../../shared/domain/insight/alarm.ts';
import type { ChannelWay } from './channel.ts';
import { mail } from './mail.ts';
import { plainWebhook } from './plainWebhook.ts';
import { dingtalkRobot, feishuRobot, wecomRobot } from './robots.ts';

const ways: readonly ChannelWay[] = [wecomRobot, dingtalkRobot, feishuRobot, plainWebhook, mail];

export function channelWay(kind: ChannelKind): ChannelWay {
  const way = ways.find((one) => one.kind === kind);
  if (way === undefined) throw new Error(`no way to a channel of kind ${kind}`);
  return way;
}
