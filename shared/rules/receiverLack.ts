import { isBrokenPhone } from './writtenPhone.ts';

/** Without these no courier comes. */
const requiredReceiverFields = ['name', 'phone', 'province', 'detail'] as const;
type RequiredField = (typeof requiredReceiverFields)[number];

const masked = /[*＊]/;
/** Asterisks never reach a label: the courier would have nobody to call. */
const fullFields = ['name', 'phone', 'detail'] as const satisfies readonly RequiredField[];

export interface ReceiverLack {
  readonly kind: 'missing' | 'masked' | 'broken';
  readonly fields: readonly RequiredField[];
}

/** What keeps a receiver from being used at all; null: nothing does. */
export function receiverLack(receiver: Readonly<Record<RequiredField, string>>): ReceiverLack | null {
  const missing = requiredReceiverFields.filter((field) => receiver[field].trim() === '');
  if (missing.length > 0) return { kind: 'missing', fields: missing };
  const hidden = fullFields.filter((field) => masked.test(receiver[field]));
  if (hidden.length > 0) return { kind: 'masked', fields: hidden };
  return isBrokenPhone(receiver.phone) ? { kind: 'broken', fields: ['phone'] } : null;
}
