import { expect, it } from 'vitest';
import { showNotice } from '../../../../electron/shell/showNotice.ts';

const notice = { title: '打印机停了', body: 'TSC', isLoud: true };

function doubleOf(isSupported: boolean) {
  const shown: unknown[] = [];
  let press = (): void => undefined;
  class Double {
    static isSupported = () => isSupported;
    readonly options: unknown;
    constructor(options: unknown) {
      this.options = options;
    }
    on(_event: string, listener: () => void): void {
      press = listener;
    }
    show(): void {
      shown.push(this.options);
    }
  }
  return { Double, shown, press: () => press() };
}

it('shows title and words, with a sound only where one is wanted, and brings the window up when pressed', () => {
  const { Double, shown, press } = doubleOf(true);
  let pressed = 0;
  showNotice(Double, notice, () => pressed++);
  showNotice(Double, { ...notice, isLoud: false }, () => pressed++);
  expect(shown).toEqual([
    { title: '打印机停了', body: 'TSC', silent: false },
    { title: '打印机停了', body: 'TSC', silent: true },
  ]);
  press();
  expect(pressed).toBe(1);
});

it('shows nothing where the system has no notices', () => {
  const { Double, shown } = doubleOf(false);
  showNotice(Double, notice, () => expect.unreachable());
  showNotice(undefined, notice, () => expect.unreachable());
  expect(shown).toEqual([]);
});
