import { expect, test } from 'vitest';
import {
  addRoute,
  changeRoute,
  moveRoute,
  removeRoute,
} from '../../../../../../renderer/screens/printing/printers/RoutesPanel.tsx';

const routes = ['a', 'b', 'c'].map((printerUri) => ({ carrier: '', shop: '', size: '', printerUri }));
const uris = (list: readonly { printerUri: string }[]): string =>
  list.map(({ printerUri }) => printerUri).join('');

test('a new rule comes last, where it takes nothing from those before it', () => {
  expect(uris(addRoute(routes, 'd'))).toBe('abcd');
});

test('rules change places, and at the ends stay where they are', () => {
  expect(uris(moveRoute(routes, 0, 1))).toBe('bac');
  expect(uris(moveRoute(routes, 2, -1))).toBe('acb');
  expect(uris(moveRoute(routes, 0, -1))).toBe('abc');
  expect(uris(moveRoute(routes, 2, 1))).toBe('abc');
});

test('a change or removal concerns that rule alone', () => {
  expect(changeRoute(routes, 1, { carrier: 'SF' })[1]).toMatchObject({ carrier: 'SF', printerUri: 'b' });
  expect(changeRoute(routes, 1, { carrier: 'SF' })[0]).toBe(routes[0]);
  expect(uris(removeRoute(routes, 1))).toBe('ac');
});
