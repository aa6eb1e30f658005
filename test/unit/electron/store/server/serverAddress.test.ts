import { describe, expect, it } from 'vitest';
import { connectionOf, readServerUrl } from '../../../../../electron/store/server/serverAddress.ts';
import { hostsOf } from '../../../../../shared/domain/workstation.ts';

function read(typed: string) {
  const address = readServerUrl(typed);
  return address.ok ? hostsOf(address.value) : `${address.code} ${address.params?.part}`;
}

describe('the address of a server', () => {
  it('names one host, or several with a port each, as libpq takes them', () => {
    expect(read('postgres://shop@a/book')).toEqual([{ host: 'a', port: 5432 }]);
    expect(read('postgres://shop@a,b:5433/book')).toEqual([
      { host: 'a', port: 5432 },
      { host: 'b', port: 5433 },
    ]);
    expect(
      read('postgresql://shop:p%40ss@a:1,[fe80::1]:2,10.0.0.3/book?target_session_attrs=read-write'),
    ).toEqual([
      { host: 'a', port: 1 },
      { host: 'fe80::1', port: 2 },
      { host: '10.0.0.3', port: 5432 },
    ]);
    expect(readServerUrl('postgres://shop:p%40ss@a,b/book')).toMatchObject({
      value: { password: 'p@ss', database: 'book', user: 'shop' },
    });
  });

  it('is refused where a host is missing or a port is none, or another kind of server is wanted', () => {
    for (const typed of ['a,,b', 'a,', 'a:0,b', 'a:70000,b', 'a:x,b'])
      expect(read(`postgres://shop@${typed}/book`), typed).toBe('SERVER_ADDRESS_INVALID host');
    expect(read('postgres://shop@a,b/book?target_session_attrs=standby')).toBe(
      'SERVER_ADDRESS_INVALID target_session_attrs',
    );
  });

  it('of one host is connected to as ever, of several by whichever takes writes', () => {
    const place = {
      port: 5432,
      database: 'book',
      user: 'shop',
      password: '',
      tls: { kind: 'plain' },
    } as const;
    expect(connectionOf({ ...place, host: '127.0.0.1' })).toMatchObject({ host: '127.0.0.1', port: 5432 });
    expect(connectionOf({ ...place, host: '127.0.0.1' })).not.toHaveProperty('hosts');
    expect(connectionOf({ ...place, host: '127.0.0.1,127.0.0.2:5433' }).hosts).toHaveLength(2);
  });
});
