import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownFolderPrinterUri } from '../../../../../electron/printers/transports/index.ts';
import { seedPractice } from '../../../../../electron/usecases/workspace/practice.ts';
import { changeSettings } from '../../../../../electron/usecases/workspace/settings.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace({ isPractice: true });
  await seedPractice(workspace);
});
afterEach(() => workspace.close());

const names = async () => {
  const { accounts, printers } = workspace.store.read;
  return [...(await accounts.all()), ...(await printers.all())].map(({ name }) => name);
};

describe('what the program named itself', () => {
  it('is called as the language of the window has it, there and back', async () => {
    expect(await names()).toEqual(['练习账号', '虚拟打印机']);
    await changeSettings(workspace, { language: 'en' });
    expect(await names()).toEqual(['Practice account', 'Virtual printer']);
    await changeSettings(workspace, { language: 'zh-CN' });
    expect(await names()).toEqual(['练习账号', '虚拟打印机']);
  });

  it('follows a language that was chosen before it had names, at the next start', async () => {
    await workspace.store.write((write) => write.settings.put('language', 'en'));
    await seedPractice(workspace);
    expect(await names()).toEqual(['Practice account', 'Virtual printer']);
  });

  it('keeps a name that a person gave', async () => {
    await workspace.store.write(async (write) => {
      const [printer] = await write.printers.all();
      if (printer !== undefined) await write.printers.put({ ...printer, name: '前台' });
    });
    await changeSettings(workspace, { language: 'en' });
    expect(await names()).toEqual(['Practice account', '前台']);
    expect((await workspace.store.read.printers.byUri(ownFolderPrinterUri))?.name).toBe('前台');
  });
});
