import { didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { CarrierPlatform, PlatformCalls } from '../kit/carrierPlatform.ts';
import { plainLine } from '../kit/sentFields.ts';
import { checkReach, parseAddress } from './address.ts';
import { arrival } from './arrival.ts';
import { book, find } from './book.ts';
import { checkBooking } from './bookingToWire.ts';
import { callLabel, plainReply } from './call.ts';
import { askFault } from './faults.ts';
import { freight } from './freight.ts';
import { kuaidi100Manifest } from './manifest.ts';
import { readPush, subscribe } from './push.ts';
import { recognise, track } from './track.ts';
import { voidBooking } from './voidBooking.ts';

/** A task id in the form of the vendor's, but never issued. */
const noTask = '0'.repeat(32);
/** What to do with the signature, key and quota of the account is said by these; all else was judged after them. */
const accountCodes: ReadonlySet<string> = new Set(['30002', '30003', '30004', '503', '600', '601']);
const publicAddress = '北京市东城区东长安街';

/**
 * Proves key, secret and signature by asking for a reprint of a task that does not exist: "not found" (30009), said in
 * words, is the good answer and costs nothing. Should the platform say something else about it, a public address is parsed
 * instead. Other servers answer JSON too: a reprint of what does not exist is believed of nobody, nor is an address that
 * was not understood.
 */
const testAccount: PlatformCalls['test'] = async (account, ports) => {
  const data = { taskId: noTask };
  const call = { name: 'label', method: 'printOld', kind: 'asks', data, schema: plainReply } as const;
  let isJudged = true;
  const tried = await callLabel(call, account, ports, ({ message }, { isGood, code }) => {
    if (!isGood && code === '30009' && message !== '') return happened(null);
    isJudged = !isGood && accountCodes.has(code);
    return askFault(code, '');
  });
  if (isJudged) return tried;
  const parsed = await parseAddress(publicAddress, account, ports);
  if (!parsed.ok) return parsed.code === 'ASK_NOT_UNDERSTOOD' ? { ...parsed, ...notItself } : parsed;
  const { note } = parsed;
  const proven = parsed.value.province.startsWith('北京') ? happened(null) : notItself;
  return { ...proven, ...(note === undefined ? {} : { note }) };
};

const notItself = didNotHappen('CARRIER_BAD_REPLY', { reason: 'shape' });

/** 快递100: the second road to many carriers, and to the same ones by other accounts. */
export const kuaidi100Platform: CarrierPlatform = {
  manifest: kuaidi100Manifest,
  sentText: plainLine,
  check: checkBooking,
  book,
  find,
  void: voidBooking,
  track,
  recognise,
  test: testAccount,
  parseAddress,
  checkReach,
  freight,
  arrival,
  subscribe,
  readPush,
};
