import { describe, expect, it } from 'vitest';
import { sign } from '../../../../../electron/carriers/kdniao/sign.ts';

const documentedKey = '56da2cf8-c8a2-44b2-b6fa-476cd7d1ba17';
const zeros = '00000000-0000-0000-0000-000000000000';

describe('the signature', () => {
  it.each([
    [
      'the vendor document (single quotes)',
      "{'OrderCode':'','ShipperCode':'SF','LogisticCode':'118954907573'}",
      documentedKey,
      'OWFhM2I5N2ViM2U2MGRkMjc4YzU2NmVlZWI3ZDk0MmE=',
    ],
    [
      'the same in double quotes',
      '{"OrderCode":"","ShipperCode":"SF","LogisticCode":"118954907573"}',
      documentedKey,
      'NThjYTM2OGFhZDJjMGQ5ZjMxMGU3NzhjYzg3NDEwM2M=',
    ],
    [
      "a public client's unit test",
      '{"OrderCode":null,"ShipperCode":"SF","LogisticCode":"118650888018"}',
      zeros,
      'YjQ4MmJlMjgzYjA0ZGY4ODUxYjgwMzc4MTY0YzY0MzU=',
    ],
    [
      'a short query',
      '{"LogisticCode":"3967950525457"}',
      zeros,
      'ODUxZmJiYzFkMTA5NWNhMTMwZmM0MzYyMjIyZDE1Zjg=',
    ],
    [
      'Chinese text',
      '{"OrderCode":"T20260101001","ShipperCode":"ZTO","Receiver":{"Name":"李四","ProvinceName":"广东省","CityName":"深圳市","ExpAreaName":"福田区","Address":"深南大道1号"}}',
      zeros,
      'YzJiMDQ5ZWNjYzU4MWIxNzlmODg1YjE0OTZhOTcwMjI=',
    ],
    [
      'spaces and plus signs',
      '{"Content":"张三 13800000000 广东省深圳市南山区 科技园1号+2号"}',
      zeros,
      'ZmFkOTM0YWVlNmJjZDc2MzJlZmI1MzRhNjU4N2I4MGI=',
    ],
    ['an empty text', '', zeros, 'OWY4OWM4NGE1NTlmNTczNjM2YTQ3ZmY4ZGFlZDBkMzM='],
    [
      'the print page (address before the data)',
      '203.0.113.7[{"OrderCode":"T20260101001","PortName":"XP-DT108A"}]',
      zeros,
      'ZDcwN2M3MzBjMjMzYmU5ZTkwMDlhOTAwMWRkM2RlMmU=',
    ],
  ])('agrees with %s', (_source, requestData, key, dataSign) => {
    expect(sign(requestData, key)).toBe(dataSign);
    expect(sign(requestData, key)).toHaveLength(44);
  });
});
