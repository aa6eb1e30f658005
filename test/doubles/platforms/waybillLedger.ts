import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

export interface LedgerLine {
  readonly orderCode: string;
  readonly carrier: string;
  readonly waybillNo: string;
  readonly childNos: readonly string[];
  /** Same receiver, same digest: finds one parcel booked under two order codes. */
  readonly receiverDigest: string;
  /** Last four digits of both phones. */
  readonly phoneTails: readonly string[];
  readonly acceptedAt: number;
  isCancelled: boolean;
}

export interface Acceptance {
  readonly orderCode: string;
  readonly carrier: string;
  readonly parcels: number;
  readonly receiver: unknown;
  readonly phones: readonly string[];
}

type Written = Omit<LedgerLine, 'isCancelled'> | { readonly cancelled: string };

/**
 * Every waybill a double has given, also a second one for the same order. With a file, each line is appended before the
 * reply leaves, so that a test whose program was killed can read it.
 */
export class WaybillLedger {
  readonly #lines: LedgerLine[] = [];
  readonly #file: string | null;

  constructor(file: string | null) {
    this.#file = file;
    if (file === null || !existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n'))
      if (line !== '') this.#apply(JSON.parse(line) as Written);
  }

  get lines(): readonly LedgerLine[] {
    return this.#lines;
  }

  /** First given first. */
  ofOrder(orderCode: string): readonly LedgerLine[] {
    return this.#lines.filter((line) => line.orderCode === orderCode);
  }

  byWaybill(waybillNo: string): LedgerLine | null {
    return this.#lines.find((line) => line.waybillNo === waybillNo) ?? null;
  }

  accept({ orderCode, carrier, parcels, receiver, phones }: Acceptance, now: number): LedgerLine {
    const serial = (this.#lines.length + 1) * 400;
    this.#write({
      orderCode,
      carrier,
      waybillNo: waybillNumber(carrier, serial),
      childNos: Array.from({ length: Math.max(0, parcels - 1) }, (_, at) =>
        waybillNumber(carrier, serial + at + 1),
      ),
      receiverDigest: createHash('sha256').update(JSON.stringify(receiver)).digest('hex').slice(0, 16),
      phoneTails: phones.map((phone) => phone.replace(/-\d{1,6}$/, '').slice(-4)),
      acceptedAt: now,
    });
    return this.#lines.at(-1) as LedgerLine;
  }

  cancel(waybillNo: string): void {
    this.#write({ cancelled: waybillNo });
  }

  #write(line: Written): void {
    if (this.#file !== null) appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
    this.#apply(line);
  }

  #apply(line: Written): void {
    if ('cancelled' in line) {
      const known = this.byWaybill(line.cancelled);
      if (known !== null) known.isCancelled = true;
    } else this.#lines.push({ ...line, isCancelled: false });
  }
}

/** Forms of the carriers' own numbers, by both lists of codes, so that recognition by pattern works on them. */
const forms: Readonly<Record<string, readonly [prefix: string, digits: number]>> = {
  SF: ['SF1', 12],
  shunfeng: ['SF1', 12],
  ZTO: ['73', 12],
  zhongtong: ['73', 12],
  YTO: ['YT', 13],
  yuantong: ['YT', 13],
  STO: ['77', 13],
  YD: ['46', 13],
  JTSD: ['JT', 13],
  JD: ['JDX', 12],
};

function waybillNumber(carrier: string, serial: number): string {
  const [prefix, digits] = forms[carrier] ?? ['98', 11];
  return prefix + serial.toString().padStart(digits, '0');
}
