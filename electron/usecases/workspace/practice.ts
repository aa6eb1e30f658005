import type { Party } from '../../../shared/domain/party.ts';
import { addAccount } from '../accounts/accounts.ts';
import { changeSettings, readSettings } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** Chinese first: it stands on a Chinese screen. `--account practice` finds it by its platform. */
export const practiceAccountName = '练习账号';

/** An invented shop: practice labels need a sender, and nobody should have to type one to try the program. */
export const practiceSender: Party = {
  name: '练习小店',
  phone: '13800000000',
  extension: '',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  town: '',
  detail: '练习路1号（样单，请勿寄递）',
};

/** A practice workspace is usable at once: account, sender and virtual printer are there. */
export async function seedPractice(workspace: Workspace): Promise<void> {
  if ((await workspace.store.read.accounts.byName(practiceAccountName)) === undefined) {
    await addAccount(workspace, {
      platform: 'practice',
      name: practiceAccountName,
      merchantId: '',
      secret: '',
      endpoint: null,
      fields: {},
    });
  }
  if ((await readSettings(workspace)).sender === null)
    await changeSettings(workspace, { sender: practiceSender });
  if ((await workspace.store.read.printers.all()).length === 0) {
    await workspace.store.write((write) =>
      write.printers.put({
        uri: 'virtual:',
        name: '虚拟打印机',
        createdAt: workspace.clock.now(),
        profileJson: '{}',
      }),
    );
    await changeSettings(workspace, { defaultPrinterUri: 'virtual:' });
  }
}
