import { describe, expect, it } from 'vitest';
import { chooseLanguage, refusalWords, systemLocale } from '../../../../electron/shell/shellText.ts';

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

describe('the language of the system', () => {
  it.each([
    ['a Linux without any language', 'linux', {}, ''],
    ['a Linux of servers', 'linux', { LANG: 'C.UTF-8' }, ''],
    ['a Linux whose one language is overruled', 'linux', { LANG: 'en_US.UTF-8', LC_ALL: 'POSIX' }, ''],
    ['an English Linux', 'linux', { LC_ALL: '', LANG: 'en_US.UTF-8' }, 'en-US'],
    ['a Linux with a list of languages', 'linux', { LANG: 'C', LANGUAGE: 'en:zh' }, 'en-US'],
    ['an English Windows', 'win32', {}, 'en-US'],
  ] as const)('of %s is known or not', (_which, platform, environment, known) => {
    expect(systemLocale('en-US', platform, environment)).toBe(known);
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
