import { z } from 'zod';
import { looseText, wireFlag, wireText } from '../kit/wireValues.ts';

/** The label family says `success` and `code`; its older interfaces and every early refusal say `result` and `returnCode`. */
const envelope = {
  success: wireFlag,
  result: wireFlag,
  code: wireText,
  returnCode: wireText,
  message: looseText,
};

/** What a reply says of itself, from whichever pair of names it used. */
export function verdictOf(reply: {
  readonly success: boolean;
  readonly result: boolean;
  readonly code: string;
  readonly returnCode: string;
}): { readonly isGood: boolean; readonly code: string } {
  return { isGood: reply.success || reply.result, code: reply.code || reply.returnCode };
}

export const plainReply = z.object(envelope);

/** Some replies put `""` or `[]` where an object is meant. */
const orNull = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;

export const bookingReply = z.object({
  ...envelope,
  data: z.preprocess(
    orNull,
    z
      .object({
        orderId: wireText,
        taskId: looseText,
        kuaidinum: wireText,
        childNum: looseText,
        returnNum: looseText,
        bulkpen: looseText,
        destRouteLabel: looseText,
        orgCode: looseText,
        orgName: looseText,
        destCode: looseText,
        destName: looseText,
        destSortingCode: looseText,
        destSortingName: looseText,
        pkgCode: looseText,
        pkgName: looseText,
        qrCode: looseText,
        twoDimensionCode: looseText,
        kdComOrderNum: looseText,
      })
      .nullable(),
  ),
});
export type BookingReply = z.infer<typeof bookingReply>;

export const trackReply = z.object({
  result: wireFlag,
  returnCode: wireText,
  message: looseText,
  status: looseText,
  nu: wireText,
  com: looseText,
  state: looseText,
  data: z
    .array(
      z.object({
        time: looseText,
        ftime: looseText,
        context: looseText,
        location: looseText,
        areaName: looseText,
        statusCode: looseText,
      }),
    )
    .nullish(),
});
export type TrackReply = z.infer<typeof trackReply>;

export const recogniseReply = z.union([
  z.array(z.object({ comCode: wireText })),
  z.object({ returnCode: wireText, message: looseText, code: wireText }),
]);

export const addressReply = z.object({
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
export type AddressReply = z.infer<typeof addressReply>;

export const reachReply = z.object({
  ...envelope,
  data: z.preprocess(
    orNull,
    z.object({ toReachable: looseText, reachable: looseText, reason: looseText }).nullable(),
  ),
});

export const arrivalReply = z.object({
  ...envelope,
  data: z.preprocess(orNull, z.object({ arrivalTime: looseText, deliveryExpendTime: looseText }).nullable()),
});

export const priceReply = z.object({
  ...envelope,
  data: z.preprocess(
    orNull,
    z
      .object({
        kuaidicom: looseText,
        combos: z.array(z.object({ price: z.coerce.number().nonnegative().catch(Number.NaN) })).nullish(),
      })
      .nullable(),
  ),
});

export const pushedParam = z.object({
  status: looseText,
  comNew: looseText,
  lastResult: trackReply.nullish(),
});
