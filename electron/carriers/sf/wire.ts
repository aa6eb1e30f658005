import { z } from 'zod';
import { looseText, wireFlag, wireText } from '../kit/wireValues.ts';

export const gatewayReply = z.object({
  apiResultCode: wireText,
  apiErrorMsg: looseText,
  apiResponseID: looseText,
  /** JSON as text; some accounts get it as an object. */
  apiResultData: z.unknown().optional(),
});

export const serviceReply = z.object({
  success: wireFlag,
  errorCode: wireText,
  errorMsg: looseText,
  msgData: z.unknown().optional(),
});

const routeLabelData = z
  .object({
    waybillNo: looseText,
    sourceCityCode: looseText,
    destCityCode: looseText,
    destTransferCode: looseText,
    destRouteLabel: looseText,
    codingMapping: looseText,
    twoDimensionCode: looseText,
  })
  .nullish()
  .catch(null);

/** What creating an order and searching one both give. */
export const orderData = z.object({
  orderId: wireText,
  originCode: looseText,
  destCode: looseText,
  filterResult: looseText,
  remark: looseText,
  waybillNoInfoList: z.array(z.object({ waybillType: wireText, waybillNo: wireText })).nullish(),
  routeLabelInfo: z.array(z.object({ routeLabelData })).nullish().catch(null),
});
export type OrderData = z.infer<typeof orderData>;

export const updateData = z.object({ orderId: looseText, resStatus: wireText });

export const routesData = z.object({
  routeResps: z
    .array(
      z.object({
        mailNo: wireText,
        routes: z
          .array(
            z.object({
              acceptTime: looseText,
              acceptAddress: looseText,
              remark: looseText,
              opCode: looseText,
            }),
          )
          .nullish(),
      }),
    )
    .nullish(),
});
