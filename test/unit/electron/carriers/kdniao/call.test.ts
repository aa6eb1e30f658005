import { describe, expect, it } from 'vitest';
import { endpointOf } from '../../../../../electron/carriers/kdniao/call.ts';
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

describe('where an interface is called', () => {
  it('is in production without an own endpoint', () => {
    expect(endpointOf('1007', null)).toBe('https://api.kdniao.com/api/EOrderService');
    expect(endpointOf('1147', null)).toBe('https://api.kdniao.com/api/EOrderService');
    expect(endpointOf('8001', null)).toBe('https://api.kdniao.com/Ebusiness/EbusinessOrderHandle.aspx');
    expect(endpointOf('1814', null)).toBe('https://api.kdniao.com/api/OOrderService');
    expect(endpointOf('6001', null)).toBe('https://api.kdniao.com/api/dist');
    expect(endpointOf('2002', null)).toBe('https://api.kdniao.com/Ebusiness/EbusinessOrderHandle.aspx');
  });

  it.each(['http://127.0.0.1:8080', 'http://127.0.0.1:8080/', ' http://127.0.0.1:8080 '])(
    'adds the production path to the bare host %j',
    (endpoint) => {
      expect(endpointOf('1007', endpoint)).toBe('http://127.0.0.1:8080/api/EOrderService');
    },
  );

  it.each(['https://sandbox.example/kdniaosandbox/gateway/exterfaceInvoke.json', 'http://127.0.0.1:1/x?y=1'])(
    'uses the full URL %s for every interface as it is',
    (endpoint) => {
      expect(endpointOf('1007', endpoint)).toBe(endpoint);
      expect(endpointOf('8001', endpoint)).toBe(endpoint);
    },
  );
});
