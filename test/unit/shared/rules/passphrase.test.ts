import { expect, it } from 'vitest';
import { passphraseProblem } from '../../../../shared/rules/passphrase.ts';

it.each([
  'correct horse battery',
  '仓库里有三只猫和一条狗',
  'kill bench passphrase',
  'Tr0ub4dor&3x',
  '茶 灯 船 猫 雪山',
  'mqv7#tkz!x2r',
  'open sesame',
  'nine-test',
])('takes %s', (passphrase) => {
  expect(passphraseProblem(passphrase)).toBeNull();
});

it.each(['', '1', 'a b c', '猫狗鱼', 'seven77', 'a bc de'])('finds %s too short', (passphrase) => {
  expect(passphraseProblem(passphrase)).toBe('short');
});

it.each([
  '1234567890',
  '0987654321',
  'abcdefghijkl',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  '123123123123',
  'password123',
  'Password2026'.slice(0, 11),
  'qwertyuiop',
  '1q2w3e4r5t6y',
  '5201314520',
  'woaini1314520',
  'bench bench bench',
  'a b c d',
  '发货台发货台发货台',
  'password',
  'qwertyui',
  '１２３４５６７８９０',
])('finds %s too easy to guess', (passphrase) => {
  expect(passphraseProblem(passphrase)).toBe('plain');
});
