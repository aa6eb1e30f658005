import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

export interface LedgerEntry {
  readonly orderCode: string;
  readonly carrier: string;
  readonly waybillNo: string;
  readonly childNos: readonly string[];
  /** Same receiver, same digest: finds one parcel booked under two order codes. */
  readonly receiverDigest: string;
  readonly acceptedAt: number;
  isCancelled: boolean;
}

type Line = Omit<LedgerEntry, 'isCancelled'> | { readonly cancelled: string };

/** What the double has booked. With a file, each line is appended before the reply leaves, so a killed test can read it. */
export class KdniaoLedger {
  readonly #entries = new Map<string, LedgerEntry>();
  readonly #file: string | null;

  constructor(file: string | null) {
    this.#file = file;
    if (file === null || !existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n'))
      if (line !== '') this.#apply(JSON.parse(line) as Line);
  }

  get entries(): readonly LedgerEntry[] {
    return [...this.#entries.values()];
  }

  find(orderCode: string): LedgerEntry | null {
    return this.#entries.get(orderCode) ?? null;
  }

  findByWaybill(waybillNo: string): LedgerEntry | null {
    return this.entries.find((entry) => entry.waybillNo === waybillNo) ?? null;
  }

  accept(orderCode: string, carrier: string, parcels: number, receiver: unknown): LedgerEntry {
    const serial = this.#entries.size + 1;
    const number = (child: number) => waybillNumber(carrier, serial * 400 + child);
    this.#write({
      orderCode,
      carrier,
      waybillNo: number(0),
      childNos: Array.from({ length: Math.max(0, parcels - 1) }, (_, index) => number(index + 1)),
      receiverDigest: createHash('sha256').update(JSON.stringify(receiver)).digest('hex').slice(0, 16),
      acceptedAt: Date.now(),
    });
    return this.#entries.get(orderCode) as LedgerEntry;
  }

  cancel(orderCode: string): void {
    this.#write({ cancelled: orderCode });
  }

  #write(line: Line): void {
    if (this.#file !== null) appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
    this.#apply(line);
  }

  #apply(line: Line): void {
    if ('cancelled' in line) {
      const entry = this.#entries.get(line.cancelled);
      if (entry !== undefined) entry.isCancelled = true;
    } else this.#entries.set(line.orderCode, { ...line, isCancelled: false });
  }
}

/** In the form of the carrier's own numbers, so that recognition by pattern works on them. */
function waybillNumber(carrier: string, serial: number): string {
  const digits = (length: number) => serial.toString().padStart(length, '0');
  switch (carrier) {
    case 'SF':
      return `SF1${digits(12)}`;
    case 'ZTO':
      return `73${digits(12)}`;
    case 'YTO':
      return `YT${digits(13)}`;
    case 'STO':
      return `77${digits(13)}`;
    case 'YD':
      return `46${digits(13)}`;
    case 'JTSD':
      return `JT${digits(13)}`;
    case 'JD':
      return `JDX${digits(12)}`;
    default:
      return `98${digits(11)}`;
  }
}
