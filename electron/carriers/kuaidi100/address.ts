import { z } from 'zod';
import type { Party } from '../../../shared/domain/party.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformCalls } from '../kit/carrierPlatform.ts';
import { looseText } from '../kit/wireValues.ts';
import { oneText } from './bookingToWire.ts';
import { callLabel, envelope, orNull, type Verdict } from './call.ts';
import { questionFault } from './faults.ts';
import { kuaidi100Code } from './manifest.ts';

const addressReply = z.object({
  ...envelope,
  data: z.preprocess(
    orNull,
    z
      .object({
        result: z
          .array(
            z.object({
              mobile: z.array(looseText).nullish().catch(null),
              name: looseText,
              address: looseText,
              xzq: z
                .object({ province: looseText, city: looseText, district: looseText, subArea: looseText })
                .nullish()
                .catch(null),
            }),
          )
          .nullish(),
      })
      .nullable(),
  ),
});
type AddressReply = z.infer<typeof addressReply>;

/** How the platform understands one free text (address resolution, down to the street level). */
export const parseAddress: PlatformCalls['parseAddress'] = (text, account, ports) => {
  const data = { content: text, addressLevel: 4 };
  const call = { name: 'address', method: '', kind: 'asks', data, schema: addressReply } as const;
  return callLabel(call, account, ports, readParty);
};

function readParty(reply: AddressReply, { isGood, code }: Verdict): CallOutcome<Party> {
  if (!isGood) return questionFault(code, reply.message);
  const first = reply.data?.result?.[0];
  const [phone = '', extension = ''] = (first?.mobile?.[0] ?? '').split(/\s*[-转#]\s*(?=\d{1,6}$)/u);
  const party: Party = {
    name: first?.name ?? '',
    phone,
    extension,
    province: first?.xzq?.province ?? '',
    city: first?.xzq?.city ?? '',
    district: first?.xzq?.district ?? '',
    town: first?.xzq?.subArea ?? '',
    detail: first?.address ?? '',
  };
  const isRead = party.province !== '' || party.city !== '' || party.district !== '';
  return isRead ? happened(party) : didNotHappen('ASK_NOT_UNDERSTOOD');
}

const reachReply = z.object({
  ...envelope,
  data: z.preprocess(
    orNull,
    z.object({ toReachable: looseText, reachable: looseText, reason: looseText }).nullable(),
  ),
});

/** Required by the interface, though the answer depends on the addresses alone: nobody's name or number is sent. */
const nobody = {
  recManName: '收件人',
  recManMobile: '13800000000',
  sendManName: '寄件人',
  sendManMobile: '13800000000',
};

/** Whether one carrier goes from here to there. A carrier must be named; without one nothing is asked. */
export const checkReach: PlatformCalls['checkReach'] = async (
  { sender, receiver, carrier },
  account,
  ports,
) => {
  const kuaidicom = kuaidi100Code(carrier);
  if (kuaidicom === null) return didNotHappen('CARRIER_NOT_OFFERED', { carrier });
  const data = {
    kuaidicom,
    ...nobody,
    sendManPrintAddr: oneText(sender),
    recManPrintAddr: oneText(receiver),
  };
  const call = { name: 'reach', method: 'reachable', kind: 'asks', data, schema: reachReply } as const;
  return callLabel(call, account, ports, (reply, { isGood, code }) =>
    isGood ? happened({ answer: answerOf(reply.data), carrier }) : questionFault(code, reply.message),
  );
};

/** The page lists the fields of `data` only in part: a word that is neither yes nor no says nothing. */
function answerOf(data: { readonly toReachable: string; readonly reachable: string } | null) {
  const word = (data?.toReachable || data?.reachable || '').toLowerCase();
  if (word === '1' || word === 'true' || word === 'y') return 'reachable';
  return word === '0' || word === 'false' || word === 'n' ? 'not-reachable' : 'unknown';
}
