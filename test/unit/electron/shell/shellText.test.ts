import { describe, expect, it } from 'vitest';
import { chooseLanguage, refusalWords } from '../../../../electron/shell/shellText.ts';

describe('chooseLanguage', () => {
  it.each([
    [undefined, 'zh-CN', 'zh-CN'],
    [undefined, 'en-US', 'en'],
    [undefined, '', 'zh-CN'],
    ['', 'en-GB', 'en'],
    ['zh-CN', 'en-US', 'zh-CN'],
    ['en', 'zh-CN', 'en'],
    ['entirely', 'zh-CN', 'zh-CN'],
  ] as const)('wanted %j on a %j system gives %s', (wanted, locale, language) => {
    expect(chooseLanguage(wanted, locale)).toBe(language);
  });
});

describe('what is said when the workspace cannot be opened', () => {
  it('names cause, what to do and the code, in both languages while nobody knows which is read', () => {
    const one = refusalWords(['en'], 'WORKSPACE_TAKEN', { pid: 7 });
    expect(one.title).toBe('ShipDesk cannot open the workspace');
    expect(one.next).toMatch(/\n\nWORKSPACE_TAKEN$/);
    const both = refusalWords(['zh-CN', 'en'], 'WORKSPACE_TAKEN', { pid: 7 });
    expect(both.title).toBe('ShipDesk 发货台无法打开工作区 / ShipDesk cannot open the workspace');
    expect(both.whole).toContain(one.says);
    expect(both.whole.match(/WORKSPACE_TAKEN/g)).toHaveLength(1);
  });

  it('keeps a code of another program readable, and says that the fault is inside', () => {
    const { says, next } = refusalWords(['en'], 'NEVER_HEARD', {});
    expect(says).not.toBe('');
    expect(next).toContain('NEVER_HEARD');
  });
});
