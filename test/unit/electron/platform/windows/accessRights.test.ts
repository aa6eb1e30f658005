import { describe, expect, it } from 'vitest';
import { accessRights, othersIn } from '../../../../../electron/platform/windows/accessRights.ts';

const own = 'S-1-5-21-1-2-3-1001';

describe('whom an access list lets in', () => {
  it('the owner, the system itself and administrators are nobody else', () => {
    expect(
      othersIn(`D:PAI(A;OICI;FA;;;${own})(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICIIO;FA;;;CO)`, own),
    ).toEqual([]);
  });

  it('names others once, whatever they may do', () => {
    const list = `O:${own}D:AI(A;OICI;FA;;;${own})(A;;0x1200a9;;;BU)(A;OICIIO;GA;;;BU)(A;;FR;;;S-1-5-21-1-2-3-1002)(XA;;FR;;;WD;(x))`;
    expect(othersIn(list, own)).toEqual(['Users', 'S-1-5-21-1-2-3-1002', 'Everyone']);
  });

  it('who is shut out is not let in', () => {
    expect(othersIn(`D:P(D;;FA;;;WD)(A;;FA;;;${own})`, own)).toEqual([]);
  });

  it('no list at all lets everybody in, an empty one nobody', () => {
    expect(othersIn('O:BA', own)).toEqual(['Everyone']);
    expect(othersIn('D:NO_ACCESS_CONTROL', own)).toEqual(['Everyone']);
    expect(othersIn('D:P', own)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('is asked on Windows alone', () => {
    expect(accessRights()).toBeNull();
  });
});
