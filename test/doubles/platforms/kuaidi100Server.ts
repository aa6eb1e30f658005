import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { knownCarriers, orderRefusal, resolvedAddress, timeFault } from './kuaidi100Rules.ts';
import {
  PlatformDouble,
  type PlatformDoubleOptions,
  parseData,
  runAsProgram,
  type SeenCall,
  textOf,
  type WireObject,
} from './platformDouble.ts';
import type { LedgerLine } from './waybillLedger.ts';

export const kuaidi100Keys = {
  key: 'KEY1111222233',
  secret: 'secret-of-the-kuaidi100-double-01',
  customer: 'CUSTOMER00001111222233334444CUST',
};

const keepsOrdersMs = 48 * 3_600_000;
const lockMs = 30 * 60_000;
const upperMd5 = (text: string) => createHash('md5').update(text, 'utf8').digest('hex').toUpperCase();

/** Kuaidi100 on loopback, by its pages: label orders, cancel, reprint, query with its lock, subscription, recognition and the rest. */
export class Kuaidi100Server extends PlatformDouble {
  readonly subscribed = new Map<string, WireObject>();
  readonly #queriedAt = new Map<string, number>();

  protected read(path: string, form: URLSearchParams) {
    const data = parseData(form.get('param') ?? '');
    const service = form.get('method') ?? path;
    const reference = textOf(data.orderId ?? data.kuaidinum ?? data.num ?? data.number ?? form.get('num'));
    return { service, reference, data };
  }

  protected answer(call: SeenCall): unknown {
    switch (call.path) {
      case '/label/order':
        return this.#label(call);
      case '/poll/query.do':
        return this.#query(call);
      case '/poll':
        return this.#subscribe(call.data);
      case '/autonumber/auto':
        return this.#recognise(call.form);
      case '/address/resolution': {
        const refused = this.#signatureFault(call.form);
        if (refused !== null) return refused;
        const parsed = resolvedAddress(textOf(call.data.content));
        return good({ taskId: 'a1', result: parsed === null ? [] : [parsed] });
      }
      case '/reachable.do':
        return this.#reach(call);
      default:
        return { result: false, returnCode: '404', message: 'no such interface' };
    }
  }

  #signatureFault(form: URLSearchParams): WireObject | null {
    const { key, secret } = kuaidi100Keys;
    if (form.get('key') !== key) return bad(30003, '授权码错误');
    const signed = upperMd5(`${form.get('param')}${form.get('t')}${key}${secret}`);
    return form.get('sign') === signed ? null : bad(30002, '验证签名失败');
  }

  #label({ form, data }: SeenCall): WireObject {
    const refused = this.#signatureFault(form);
    if (refused !== null) return refused;
    switch (form.get('method')) {
      case 'order':
        return this.#order(data);
      case 'cancel':
        return this.#cancel(data);
      case 'printOld':
        return this.ledger.lines.some((line) => taskOf(line) === data.taskId)
          ? good({ taskId: data.taskId })
          : bad(30009, '订单不存在');
      case 'time': {
        const fault = timeFault(data);
        return fault === null
          ? good({ taskId: 't1', arrivalTime: '2026-01-05 18:00:00', deliveryExpendTime: '2' })
          : bad(30001, fault);
      }
      case 'price':
        return good({
          kuaidicom: data.kuaidicom,
          combos: [
            { price: 12.5, productName: '特快' },
            { price: '8.05', productName: '标准快递' },
          ],
        });
      default:
        return bad(30001, '业务类型错误[method]');
    }
  }

  /** The first success of an order code is kept for 48 hours, but only for who asks not to order anew. */
  #order(data: WireObject): WireObject {
    const refusal = orderRefusal(data);
    if (refusal !== null) return bad(refusal.code, refusal.message);
    const orderCode = textOf(data.orderId);
    const kept = this.ledger.ofOrder(orderCode).find((line) => this.now() - line.acceptedAt <= keepsOrdersMs);
    const isRepeat = data.reorder === false && orderCode !== '' && kept !== undefined;
    const { recMan, sendMan } = data as Record<string, WireObject>;
    const line = isRepeat
      ? kept
      : this.ledger.accept(
          {
            orderCode,
            carrier: textOf(data.kuaidicom),
            parcels: Number(data.count),
            receiver: recMan,
            phones: [recMan, sendMan].map((man) => textOf(man?.mobile) || textOf(man?.tel)),
          },
          this.now(),
        );
    return good({
      taskId: taskOf(line),
      kuaidinum: line.waybillNo,
      childNum: line.childNos.join(','),
      returnNum: '',
      bulkpen: '342-081-00 052',
      orgCode: '571',
      orgName: textOf(sendMan?.city),
      destCode: '755',
      destName: textOf(recMan?.district),
      destSortingCode: '0755W',
      pkgCode: '755900',
      pkgName: `${textOf(recMan?.city)}集`,
      kdComOrderNum: carrierOrderOf(line),
      expressName: '标准快递',
    });
  }

  #cancel(data: WireObject): WireObject {
    const line = this.ledger.byWaybill(textOf(data.kuaidinum));
    if (line === null || line.carrier !== data.kuaidicom) return bad(30009, '订单不存在');
    if (textOf(data.partnerId) === '') return bad(30001, '缺少参数[partnerId]');
    if (line.carrier === 'jd' && textOf(data.expType) === '') return bad(30001, '缺少参数[expType]');
    if (textOf(data.orderId) !== carrierOrderOf(line)) return bad(30001, '缺少参数[orderId]');
    if (line.isCancelled) return bad(30011, '订单已取消，请勿重复操作');
    this.ledger.cancel(line.waybillNo);
    return good(null);
  }

  #query({ form, data }: SeenCall): WireObject {
    const { key, customer } = kuaidi100Keys;
    const fail = (returnCode: string, message: string) => ({ result: false, returnCode, message });
    if (
      form.get('customer') !== customer ||
      form.get('sign') !== upperMd5(`${form.get('param')}${key}${customer}`)
    )
      return fail('503', '验证签名失败');
    const number = textOf(data.num);
    if (!knownCarriers.includes(textOf(data.com)) || number.length < 6 || number.length > 32)
      return fail('400', '提交的数据不完整');
    const askedAt = this.#queriedAt.get(number);
    this.#queriedAt.set(number, this.now());
    if (askedAt !== undefined && this.now() - askedAt < lockMs)
      return fail('408', '单号查询过于频繁，已锁定');
    const line = this.ledger.byWaybill(number);
    if (line === null) return fail('500', '查询无结果，请隔段时间再查');
    if (
      /^(shunfeng|shunfengkuaiyun|zhongtong)$/.test(textOf(data.com)) &&
      !line.phoneTails.includes(textOf(data.phone))
    )
      return fail('408', '验证码错误');
    return {
      message: 'ok',
      nu: number,
      ischeck: '0',
      com: line.carrier,
      status: '200',
      state: '5',
      data: traces,
    };
  }

  #subscribe(data: WireObject): WireObject {
    const reply = (returnCode: string, message: string) => ({
      result: returnCode === '200',
      returnCode,
      message,
    });
    const { callbackurl } = (data.parameters ?? {}) as WireObject;
    if (data.key !== kuaidi100Keys.key) return reply('600', '您不是合法的订阅者');
    if (!/^https?:\/\//.test(textOf(callbackurl))) return reply('700', '订阅方的订阅数据存在错误');
    const number = textOf(data.number);
    const { autoCom } = data.parameters as WireObject;
    if (number === '' || number.length > 32) return reply('700', '订阅方的订阅数据存在错误');
    if (textOf(data.company) === '' && textOf(autoCom) !== '1')
      return reply('702', '识别不到该单号对应的快递公司');
    if (textOf(data.company) !== '' && !knownCarriers.includes(textOf(data.company)))
      return reply('701', '拒绝订阅的快递公司');
    if (this.subscribed.has(number)) return reply('501', '重复订阅');
    this.subscribed.set(number, data);
    return reply('200', '提交成功');
  }

  #recognise(form: URLSearchParams): unknown {
    if (form.get('key') !== kuaidi100Keys.key)
      return { returnCode: '601', message: '您不是合法的用户', result: false };
    const line = this.ledger.byWaybill(form.get('num') ?? '');
    return line === null
      ? []
      : [{ lengthPre: line.waybillNo.length, comCode: line.carrier, name: line.carrier }];
  }

  #reach({ form, data }: SeenCall): WireObject {
    const refused = this.#signatureFault(form);
    if (refused !== null) return { result: false, returnCode: '503', message: '验证签名失败' };
    const required = [
      'recManName',
      'recManMobile',
      'recManPrintAddr',
      'sendManName',
      'sendManMobile',
      'sendManPrintAddr',
    ];
    if (required.some((key) => textOf(data[key]) === ''))
      return { result: false, returnCode: '201', message: '参数异常' };
    const toReachable = /^(香港|澳门|台湾)/.test(textOf(data.recManPrintAddr)) ? '0' : '1';
    return { result: true, returnCode: '200', message: '成功', data: { toReachable, reason: '' } };
  }
}

function good(data: unknown): WireObject {
  return { success: true, code: 200, message: 'success', time: 12, data };
}

function bad(code: number, message: string): WireObject {
  return { success: false, code, message, time: 12, data: null };
}

function taskOf({ waybillNo }: LedgerLine): string {
  return upperMd5(waybillNo);
}

function carrierOrderOf({ waybillNo }: LedgerLine): string {
  return `CO${waybillNo.slice(-8)}`;
}

const trace = (time: string, context: string, areaName: string, statusCode: string) => ({
  time,
  ftime: time,
  context,
  areaName,
  statusCode,
  status: '',
  location: '',
});
const traces = [
  trace('2026-01-03 08:10:00', '快递员正在派送', '深圳市', '5'),
  trace('2026-01-02 21:30:00', '离开分拨中心', '杭州市', '1002'),
  trace('2026-01-02 09:00:00', '已揽收', '杭州市', '103'),
  trace('2026-01-02 09:00:00', '已揽收', '杭州市', '103'),
];

if (process.argv[1] === fileURLToPath(import.meta.url))
  void runAsProgram((options: PlatformDoubleOptions) => new Kuaidi100Server(options), kuaidi100Keys);
