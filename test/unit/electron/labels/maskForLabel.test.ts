import { expect, it } from 'vitest';
import { maskForLabel } from '../../../../electron/labels/maskForLabel.ts';
import { plainLabel } from '../../../doubles/standardLabels.ts';

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
  expect(rest).toEqual(before);
});
