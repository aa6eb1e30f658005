import type { Contact } from '../../../shared/domain/party.ts';
import { plainLine } from './plainLine.ts';

const mobile = /^1[3-9]\d{9}(-\d+)?$/;

/** Number, dash, extension: what a courier reads off the label and dials (13800138000-1234), and which kind it is. */
export function dialablePhone({ phone, extension }: Contact): {
  readonly number: string;
  readonly isMobile: boolean;
} {
  const plain = plainLine(phone).replace(/ /g, '');
  const number = extension === '' ? plain : `${plain}-${plainLine(extension)}`;
  return { number, isMobile: mobile.test(number) };
}
