import type { Party } from '../../../shared/domain/party.ts';
import type { core } from '../../bridge/core.ts';

export type PastedReading = Awaited<ReturnType<typeof core.paste.read>>[number];
export type PastedOrder = Parameters<typeof core.paste.make>[0]['orders'][number];

/** What a reading becomes before anybody looked at it. */
export function pastedOrder({ receiverText, reading, goods, quantity, remark }: PastedReading): PastedOrder {
  const { name, phone, extension, province, city, district, town, detail } = reading;
  return {
    text: receiverText,
    receiver: { name, phone, extension, province, city, district, town, detail },
    goods: goods.slice(0, 200),
    quantity: Math.min(9999, Math.max(1, quantity)),
    remark: remark.slice(0, 500),
  };
}

/** Fields without which no courier finds anybody. */
export function missingFields(receiver: Party): readonly ('name' | 'phone' | 'province' | 'detail')[] {
  return (['name', 'phone', 'province', 'detail'] as const).filter((field) => receiver[field].trim() === '');
}
