import type { z } from 'zod';
import {
  type CallOutcome,
  didNotHappen,
  type Failure,
  failure,
  happened,
  unknownOutcome,
} from '../../../shared/errors/outcome.ts';
import type { HttpPort, HttpReply } from '../../platform/http.ts';
import type { PlatformReply } from './carrierPlatform.ts';
import { readJsonReply } from './readReply.ts';

/** `changes`: the call books or voids. `asks`: it only reads, so a failed one did nothing and may be repeated. */
export type CallKind = 'changes' | 'asks';

/** A booking waits for the carrier behind the platform; questions are answered from the platform's own data. */
const timeoutMs: Readonly<Record<CallKind, number>> = { changes: 30_000, asks: 15_000 };

export interface FormCall {
  readonly url: string;
  readonly kind: CallKind;
  /** The signed text is the sent text: serialised once, in this order. */
  readonly form: Readonly<Record<string, string>>;
  readonly maxReplyBytes: number;
  /** `GET`: the pairs are in the URL. */
  readonly method?: 'GET' | 'POST';
  /** Spelled as on the vendor's page. */
  readonly charset?: 'utf-8' | 'UTF-8';
}

/** Pairs as a form body or a query, UTF-8, spaces as `%20`. */
export function formText(pairs: Readonly<Record<string, string>>): string {
  return Object.entries(pairs)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
}

/** Sends one form. `readExchange` decides whether the reply is valid. */
export function sendForm(
  http: HttpPort,
  { url, kind, form, maxReplyBytes, method = 'POST', charset = 'utf-8' }: FormCall,
): Promise<CallOutcome<HttpReply>> {
  const text = formText(form);
  const accept = { accept: 'application/json' };
  const isPost = method === 'POST';
  return http.send({
    url: isPost ? url : `${url}?${text}`,
    method,
    headers: isPost
      ? { 'content-type': `application/x-www-form-urlencoded;charset=${charset}`, ...accept }
      : accept,
    body: isPost ? text : '',
    timeoutMs: timeoutMs[kind],
    maxReplyBytes,
  });
}

/** Settles the certainty and parses the reply by its schema; any other shape is CARRIER_BAD_REPLY. */
export function readExchange<T extends z.ZodType>(
  kind: CallKind,
  sent: CallOutcome<HttpReply>,
  schema: T,
): CallOutcome<z.infer<T>> {
  const read = settleExchange(kind, sent);
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.value);
  return parsed.success
    ? happened(parsed.data)
    : doubtful(kind, failure('CARRIER_BAD_REPLY', { reason: 'shape' }));
}

/** An account's own address for an interface: with a path it is used as it is, a bare host gets the usual path. */
export function ownEndpoint(endpoint: string, path: string): string {
  const origin = /^(https?:\/\/[^/?#]+)\/?$/i.exec(endpoint.trim())?.[1];
  return origin === undefined ? endpoint.trim() : origin + path;
}

/** Statuses by which a server says that it did not process the request. */
const refusedUnread = new Set([400, 404, 405, 407, 410, 411, 413, 414, 415, 431]);

/** Retry-After can be any time; a bench cannot wait longer than this. */
const maxWaitSeconds = 300;
const defaultWaitSeconds = 5;

/**
 * The certainty rule for every call, in one place. From the bare exchange to the reply's JSON:
 * - nothing left this machine, 401/403, 429, refused unread or by a page of 403 → `did-not-happen`
 * - timeout, cut, 5xx, redirect, other statuses, unreadable body → `unknown` for a call that changes something
 * - a failed call that only asks → always `did-not-happen`
 * What the JSON says is then the connector's to judge.
 */
export function settleExchange(kind: CallKind, sent: CallOutcome<HttpReply>): CallOutcome<unknown> {
  if (!sent.ok) return kind === 'asks' ? { ...sent, certainty: 'did-not-happen' } : sent;
  const reply = sent.value;
  const { status } = reply;
  if (status === 200) {
    const read = readJsonReply(reply);
    return read.ok ? happened(read.value) : doubtful(kind, read);
  }
  // A page in front of the platform answers so when it blocks too many calls: it checks no key.
  const isBlocked = status === 403 && isPage(reply);
  if (status === 401 || (status === 403 && !isBlocked)) return didNotHappen('CARRIER_CREDENTIALS');
  if (status === 429) return didNotHappen('CARRIER_BUSY', { waitSeconds: waitSeconds(reply) });
  if (isBlocked || refusedUnread.has(status)) return didNotHappen('CARRIER_HTTP_REFUSED', { status });
  if (status >= 500) {
    return kind === 'asks'
      ? didNotHappen('CARRIER_DOWN', { status })
      : unknownOutcome('CARRIER_DOWN', { status });
  }
  return doubtful(kind, { ok: false, code: 'CARRIER_BAD_REPLY', params: { reason: `HTTP ${status}` } });
}

function isPage({ body }: HttpReply): boolean {
  return Buffer.from(body.subarray(0, 100)).toString('latin1').trimStart().startsWith('<');
}

/** A failure after the other side may have acted. */
export function doubtful(kind: CallKind, failed: Failure): CallOutcome<never> {
  return { ...failed, certainty: kind === 'asks' ? 'did-not-happen' : 'unknown' };
}

/** Refusals of the order's own content: the first try would have been refused too. */
const contentWords =
  /地址|区域|地区|超区|[省市区县]|派送|揽收范围|(手机|电话|固话)|号码|姓名|联系人|(收件|寄件|发件)人|重量|超重|体积|尺寸|数量|件数|物品|货物|商品|品名|违禁|禁寄|保价|代收|增值|产品(类型|编码)|(业务|快递|运输)类型|(付款|支付)方式|备注|字段|参数|格式|必填|不能为空|长度|address|phone|mobile|weight|receiver|sender|parameter/iu;
/** A booking of ours may exist: the platforms' wording of that is unknown. */
const standsAlready = /已|重复|(?<!不)存在|再次|勿|受理|duplicate|exist|already|repeat/iu;

/**
 * What a repeat says about the first try, where asking is sending once more. That *this* call failed says nothing of the
 * first one: not reached, signature refused, account blocked, numbers used up (perhaps by the first try) all stay
 * `unknown`. Only a refusal of the content itself proves that nothing came of it, by a documented code, or by a sentence
 * about that content. A sentence nobody here knows may be this platform's word for “you have one already”.
 */
export function settleRepeat<T>(repeated: PlatformReply<T>): PlatformReply<T> {
  if (repeated.ok || repeated.code === 'CARRIER_FIELD') return repeated;
  const sentence = String(repeated.params?.reason ?? '');
  const isOfContent =
    repeated.code === 'CARRIER_REFUSED' && contentWords.test(sentence) && !standsAlready.test(sentence);
  return isOfContent ? repeated : { ...repeated, certainty: 'unknown' };
}

/** Only seconds are read; a date would depend on the other side's clock. */
function waitSeconds(reply: HttpReply): number {
  const header = reply.headers['retry-after'] ?? '';
  return /^\d{1,9}$/.test(header) ? Math.min(Number(header), maxWaitSeconds) : defaultWaitSeconds;
}

/**
 * Adds what the call log may keep of a reply. Both texts come from outside: only a code-like one is kept, so that no sentence or name
 * enters the log here.
 */
export function withNote<T>(
  outcome: CallOutcome<T>,
  platformCode: string,
  requestId: string,
): PlatformReply<T> {
  return {
    ...outcome,
    note: {
      platformCode: /^[\w.-]{1,20}$/.test(platformCode) ? platformCode : '',
      requestId: /^[\w.-]{1,64}$/.test(requestId) ? requestId : '',
    },
  };
}

/** Words of a platform after which it is unknown whether it acted: a fault on its side, not a refusal. */
export const unsettledWords =
  /超时|(系统|服务器|接口|网络|内部|程序|未知|通信|通讯|网关).{0,4}(错误|异常|繁忙|故障|失败|不可用)|(?<!增值)服务.{0,2}(异常|繁忙|不可用)|(系统|服务器?|接口|平台).{0,4}(维护|升级)|稍[后候]|处理中|无响应|未返回|频繁|频率|过快|限[流速]|并发|每秒|QPS|too many|rate limit|time(d)? ?out|busy|exception|internal error|unavailable|bad gateway|connection/iu;

/**
 * The platform did not accept the carrier's own account used for the booking (customer number, e-waybill account, their password). That is
 * a refusal of the account, which would hit every order of the batch, not of this order.
 */
export const carrierAccountWords =
  /(客户(号|编号|编码|代码|简称|名称)|(面单|网点|商家|月结)(账|帐)[号户]|月结卡号?|商家(编码|代码|ID)|CustomerName|CustomerPwd|MonthCode|partner(Id|Key|Secret)|密码|口令).{0,10}(错误?$|错误|不正确|不存在|有误|无效|停用|冻结|失效|禁用|过期|不匹配|不符|未(通过|审核)|校验失败|验证失败)/iu;
