import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../../../electron/imports/writers/encodeGb18030.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let path: string;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  path = join(workspace.folder, 'in.csv');
  const rows = '订单号,收货人,手机,地址\r\nA1,王芳,13800000001,浙江省杭州市西湖区文三路1号\r\n';
  writeFileSync(path, encodeGb18030(rows));
});
afterEach(() => workspace.close());

const importAs = (encoding: string) =>
  runCommand(workspace, commandNamed('import'), [path, '--encoding', encoding]);

it.each(['gb18030', 'GBK', 'gb2312'])('takes the encoding by the name it goes by: %s', async (name) => {
  expect(await importAs(name)).toMatchObject({
    value: { json: { files: [{ imported: 1, encoding: 'gb18030' }] } },
  });
});

it.each(['foo', 'shift_jis', ''])('refuses an encoding that order files do not have: %s', async (name) => {
  expect(await importAs(name)).toMatchObject({ ok: false, code: 'USAGE' });
});
