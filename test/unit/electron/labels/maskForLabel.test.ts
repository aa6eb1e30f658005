import { expect, it } from 'vitest';
import { maskForLabel } from '../../../../electron/labels/maskForLabel.ts';
import { plainLabel } from '../../../doubles/printers/standardLabels.ts';

const open = {
  ...plainLabel,
  receiver: {
    ...plainLabel.receiver,
    name: '欧阳明月',
    phone: '13812345678',
    detail: '文一西路969号3幢1203室',
  },
  sender: { ...plainLabel.sender, name: '李雷', phone: '17012345678转8001', detail: '航城大道88号' },
};

it('hides names, at least six phone digits and the unit of both parties on paper', () => {
  const masked = maskForLabel(open);
  expect(masked.receiver.name).toBe('欧**');
  expect(masked.sender.name).toBe('李*');
  expect(masked.receiver.phone).toMatch(/^1\*{6}5678$/);
  expect(masked.receiver.detail).not.toContain('1203');
});

it.each([
  ['17012345678转8001', /^1\*{6}5678转8001$/],
  ['17012345678-8001', /^1\*{6}5678转8001$/],
  ['0755-12345678', /^[^1]*5678$/],
  ['0755-12345678-801', /^[^1]*5678转801$/],
  ['400-617-1205', /1205$/],
])('hides %s but for its end and leaves an extension for the courier to dial', (phone, shown) => {
  const masked = maskForLabel({ ...open, sender: { ...open.sender, phone } }).sender.phone;
  expect(masked).toMatch(shown);
  expect(masked.match(/\*/g)?.length).toBeGreaterThanOrEqual(6);
});

it('leaves number, sort code and goods as they are', () => {
  const { sender: _s, receiver: _r, ...rest } = maskForLabel(open);
  const { sender: _s2, receiver: _r2, ...before } = open;
  expect(rest).toEqual({ ...before, privacy: { form: 'masked' } });
});

it('shows people in full only on a form that says so and why', () => {
  const full = { ...open, privacy: { form: 'full', reason: '客户要求实名面单' } } as const;
  expect(maskForLabel(full)).toEqual(full);
  const unexplained = maskForLabel({ ...open, privacy: { form: 'full', reason: ' ' } });
  expect(unexplained.receiver.name).toBe('欧**');
  expect(unexplained.privacy).toEqual({ form: 'masked' });
});

it('prints a number that was lent for the parcel whole, name and unit hidden all the same', () => {
  const receiver = { ...open.receiver, phone: '17012345678转8001', isVirtualPhone: true };
  const masked = maskForLabel({ ...open, receiver }).receiver;
  expect(masked.phone).toBe('17012345678转8001');
  expect(masked.name).toBe('欧**');
});

it.each([
  ['王', '*'],
  ['王明', '王*'],
  ['王小明', '王**'],
  ['欧阳明月', '欧**'],
  ['Alice Smith', 'A**'],
  ['努尔·买买提', '努**'],
])('never shows more of the name %s than %s', (name, shown) => {
  expect(maskForLabel({ ...open, receiver: { ...open.receiver, name } }).receiver.name).toBe(shown);
});

it.each(['110', '95311', '1234567', '13812345678', '+8613812345678', '0'.repeat(40)])(
  'shows at most four digits of %s and hides at least six where there are as many',
  (phone) => {
    const masked = maskForLabel({ ...open, receiver: { ...open.receiver, phone } }).receiver.phone;
    const digits = phone.replace(/\D/g, '').length;
    const hidden = (masked.match(/\*/g) ?? []).length;
    expect(hidden).toBeGreaterThanOrEqual(Math.min(6, digits));
  },
);

it('shows the first letter of a name, not the picture before it', () => {
  const named = (name: string) =>
    maskForLabel({ ...plainLabel, receiver: { ...plainLabel.receiver, name } }).receiver.name;
  expect(named('\u{1F600}王小明')).toBe('王**');
  expect(named('\u{1F469}\u200D\u{1F467}\u{1F3FD}林林')).toBe('林*');
  expect(named('1号仓')).toBe('1**');
  expect(named('\u{1F600}\u{1F600}')).toBe('\u{1F600}*');
});

it('hides digits that an input method wrote as wide as hanzi', () => {
  const receiver = {
    ...open.receiver,
    phone: '＋８６ １３８１２３４５６７８',
    detail: '文一西路９６９号３幢１２０３室',
  };
  const masked = maskForLabel({ ...open, receiver });
  expect(masked.receiver.phone).toMatch(/^\+8\*.* \*+5678$/);
  expect(masked.receiver.detail).toBe('文一西路９６９号***');
  expect(
    maskForLabel({ ...open, receiver: { ...receiver, phone: '１７０１２３４５６７８－８００１' } }).receiver
      .phone,
  ).toBe('1******5678转8001');
});
