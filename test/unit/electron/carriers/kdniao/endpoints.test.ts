import { describe, expect, it } from 'vitest';
import { endpointOf } from '../../../../../electron/carriers/kdniao/endpoints.ts';

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
