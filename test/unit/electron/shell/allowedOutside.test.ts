import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { allowedExternalUrl, allowedShownFile } from '../../../../electron/shell/allowedOutside.ts';

const good = 'https://www.kuaidi100.com/chaxun?nu=1';

/** Ways to look like an allowed page without being one, or to reach something that is no web page. */
const hostile: readonly unknown[] = [
  undefined,
  null,
  42,
  {},
  [good],
  { toString: () => good },
  '',
  ' ',
  'www.kuaidi100.com',
  '//www.kuaidi100.com/',
  'http://www.kuaidi100.com/',
  'ftp://www.kuaidi100.com/',
  'HTTP://WWW.KUAIDI100.COM/',
  'https://kuaidi100.com/',
  'https://evil.www.kuaidi100.com/',
  'https://www.kuaidi100.com.evil.example/',
  'https://www.kuaidi100.com@evil.example/',
  'https://evil.example/www.kuaidi100.com',
  'https://evil.example?https://www.kuaidi100.com/',
  'https://evil.example#www.kuaidi100.com',
  'https://user@www.kuaidi100.com/',
  'https://user:pw@www.kuaidi100.com/',
  'https://www.kuaidi100.com:8443/',
  'https://www.kuaidi100.com:22/',
  'https:\\\\www.kuaidi100.com\\',
  'https:\\www.kuaidi100.com',
  'https://www.kuaidi100.com\\@evil.example/',
  'https://evil.example\\www.kuaidi100.com/',
  'https://www.kuaidi100.com\u0000.evil.example/',
  'https://www.kuaidi100.com/\n',
  'https://www.kuaidi100.com/\r\nHost: evil',
  '\thttps://www.kuaidi100.com/',
  ' https://www.kuaidi100.com/',
  'https://www.kuaidi100.com/ --flag',
  'https://www.kuaidi100.com/\u202egpj.exe',
  'https://www.kuaidi１00.com/',
  'https://ｗww.kuaidi100.com/',
  'https://www.kuаidi100.com/',
  'https://www。kuaidi100。com/',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://localhost/',
  'https://0x7f000001/',
  'file:///etc/passwd',
  'file://www.kuaidi100.com/share/run.exe',
  'file:\\\\server\\share',
  '\\\\server\\share\\run.exe',
  'C:\\Windows\\System32\\calc.exe',
  '/usr/bin/xcalc',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>1</script>',
  'blob:https://www.kuaidi100.com/1',
  'view-source:https://www.kuaidi100.com/',
  'chrome://settings',
  'about:blank',
  'app://shipdesk/index.html',
  'ms-msdt:/id',
  'search-ms:query=x',
  'smb://server/share',
  'ssh://host',
  'tel:10086',
  'mailto:a@b.example',
  'vscode://file/etc/passwd',
  'https:www.kuaidi100.com@evil.example',
  `https://www.kuaidi100.com/${'a'.repeat(3000)}`,
];

describe('allowedExternalUrl', () => {
  it('lets the tracking pages of the list through', () => {
    expect(allowedExternalUrl(good)).toBe(good);
    expect(allowedExternalUrl('https://www.kuaidi100.com:443/')).toBe('https://www.kuaidi100.com/');
  });

  it('has at least sixty hostile addresses to be tried with', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(60);
  });

  it.each(hostile.map((address) => [address]))('refuses %j', (address) => {
    expect(allowedExternalUrl(address)).toBeNull();
  });
});

const folder = mkdtempSync(join(tmpdir(), 'shipdesk-shown-'));
const results = join(folder, 'results');
mkdirSync(results);
writeFileSync(join(results, 'failed.xlsx'), 'x');
writeFileSync(join(folder, 'keys.json'), '{}');
symlinkSync(join(folder, 'keys.json'), join(results, 'link.xlsx'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a result file is shown; nothing outside the results folder is, by whatever way it is named', () => {
  expect(allowedShownFile(folder, join(results, 'failed.xlsx'))).toContain('failed.xlsx');
  for (const path of [
    results,
    join(folder, 'keys.json'),
    join(results, '../keys.json'),
    join(results, 'link.xlsx'),
    join(results, 'missing.xlsx'),
    '/etc/passwd',
    '',
  ])
    expect(allowedShownFile(folder, path), path).toBeNull();
});
