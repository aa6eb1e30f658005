import { beforeAll, describe, expect, it } from 'vitest';
import { platforms } from '../../../../electron/carriers/index.ts';
import { platformView } from '../../../../electron/usecases/accounts/platforms.ts';
import type { ErrorCode } from '../../../../shared/errors/catalogue.ts';
import type { ErrorParams } from '../../../../shared/errors/outcome.ts';
import { describeError, fieldText, inOneLine, sentencesOf } from '../../../../shared/text/describeError.ts';
import { reasons as english } from '../../../../shared/text/en/reasons.ts';
import { addAccountFields } from '../../../../shared/text/words.ts';
import { reasons as chinese } from '../../../../shared/text/zh-CN/reasons.ts';

const printer = { host: '192.0.2.20', port: 9100 };

describe('what a person reads for a code', () => {
  it('says a fault of the system in words', () => {
    const at = { ...printer, cause: 'ECONNREFUSED' };
    expect(describeError('PRINTER_UNREACHABLE', at).says).toContain('192.0.2.20:9100（对方拒绝连接）');
    expect(describeError('PRINTER_UNREACHABLE', at, 'en').says).toContain('(connection refused)');
  });

  it("ends a platform's own words before the advice begins", () => {
    const said = (reason: string, language: 'zh-CN' | 'en') =>
      sentencesOf('CARRIER_REFUSED', { reason }, language);
    expect(said('该区域不派送', 'zh-CN')).toBe(
      '快递公司拒绝了：该区域不派送。按原因修改订单，或换一家快递公司。',
    );
    expect(said('请核对！', 'zh-CN')).toContain('请核对！按原因');
    expect(said('no service', 'en')).toContain('no service. Correct');
    expect(inOneLine({ says: 'x', next: '' }, 'zh-CN')).toBe('x');
  });

  it('names one thing as one and several as several, in English', () => {
    const says = (count: number) => describeError('PREFLIGHT_SHIP_BY', { count }, 'en').says;
    expect(says(1)).toBe('1 order is past its ship-by time.');
    expect(says(2)).toBe('2 orders are past their ship-by time.');
  });

  it('says in words why a reply cannot be read, and leaves the words of a platform alone', () => {
    const says = (reason: string) => describeError('CARRIER_BAD_REPLY', { reason }).says;
    expect(says('html')).toContain('（是网页，不是接口的答复：网络要先登录，或接口地址不对）');
    expect(says('HTTP 302')).toContain('（HTTP 302）');
    for (const reason of Object.keys(chinese.replyFault)) expect(says(reason)).not.toMatch(/[a-z]/i);
    expect(describeError('CARRIER_REFUSED', { reason: '超区' }).says).toBe('快递公司拒绝了：超区');
  });

  it('keeps the name of a fault that nobody put into words', () => {
    expect(describeError('PRINTER_UNREACHABLE', { ...printer, cause: 'EOTHER' }).says).toContain(
      '（EOTHER）',
    );
    expect(describeError('PRINTER_UNREACHABLE', { ...printer, cause: 'toString' }).says).toContain(
      '（toString）',
    );
  });

  it('leaves a gap for what it was not told, and leaves out what a sentence is whole without', () => {
    expect(describeError('PRINTER_UNREACHABLE').says).toBe('连接不上打印机，没有任何数据发出。');
    expect(describeError('NETWORK_REPLY_TOO_LARGE').says).toBe('对方的回复超过 … 字节，已停止接收。');
    expect(describeError('CARRIER_REFUSED', {}, 'en').says).toBe('The carrier refused');
    expect(describeError('SENDER_INVALID').says).toBe('寄件人信息不完整。');
    expect(describeError('CARRIER_REFUSED', { reason: '超区' }).says).toBe('快递公司拒绝了：超区');
    expect(describeError('CARRIER_DOWN').says).toBe('平台服务器出错。');
    expect(describeError('CARRIER_DOWN', { status: 503 }, 'en').says).toContain('(HTTP 503)');
  });

  it('calls the practice platform by its name, any other by its address', () => {
    expect(describeError('NETWORK_TIMEOUT', { host: 'practice' }).says).toContain('等待练习平台的回复');
    expect(describeError('NETWORK_TIMEOUT', { host: 'api.example.com' }).says).toContain('api.example.com');
    expect(describeError('NETWORK_TIMEOUT').says).toBe('等待对方的回复超时，对方可能已经处理。');
    expect(describeError('NETWORK_TIMEOUT', {}, 'en').says).toMatch(
      /^Waiting for the other side took too long/,
    );
  });

  it('has every fault in both languages', () => {
    expect(Object.keys(english.cause)).toEqual(Object.keys(chinese.cause));
    for (const words of Object.values(chinese.cause)) expect(words).toMatch(/^\p{Script=Han}+$/u);
    for (const words of Object.values(english.cause)) expect(words).toMatch(/^[A-Za-z -]+$/);
  });
});

describe('fields in the operator’s words', () => {
  beforeAll(() => addAccountFields(platforms.flatMap((platform) => platformView(platform).accountFields)));

  it('whose field it is comes first, and several are listed', () => {
    expect(fieldText('receiver.city', 'zh-CN')).toBe('收件人 市');
    expect(fieldText('account.MonthCode', 'zh-CN')).toBe('账号 月结编码');
    expect(fieldText('name, phone, address', 'zh-CN')).toBe('姓名、电话、地址');
    expect(fieldText('sender.detail', 'en')).toBe('Sender Street address');
  });

  it.each([
    'orderCode',
    'carrier',
    'sender.name',
    'receiver.phone',
    'receiver.province',
    'receiver.district',
    'goods',
    'remark',
    'parcelCount',
    'weightGrams',
    'account.CustomerName',
    'account.CustomArea',
  ])('a field that the checks before booking name has Chinese words (%s)', (field) => {
    expect(fieldText(field, 'zh-CN')).toMatch(/^[\u4e00-\u9fff ]+$/);
  });
});

it('names the state of a claim and of a printer in the language of the sentence', () => {
  const says = (code: ErrorCode, params: ErrorParams) => describeError(code, params, 'zh-CN').says;
  expect(says('CLAIM_MOVED', { waybillNo: '7', claimState: 'open' })).toContain('“待申诉”');
  expect(says('PREFLIGHT_PRINTER', { printerState: 'paper-out' })).toBe('打印机还不能打印（缺纸）。');
});
