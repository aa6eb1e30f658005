import type { Party } from '../../../shared/domain/party.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { embeddedPlatform, isEmbedded } from '../../carriers/index.ts';
import { ownFolderPrinterUri } from '../../printers/transports/index.ts';
import type { Account } from '../../store/schema.ts';
import { addAccount } from '../accounts/accounts.ts';
import { nameIn, ownNames } from './ownNames.ts';
import { changeSettings, readSettings } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** An invented shop: practice labels need a sender, and trying the program should not require typing one. */
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

/** Books nothing real: for practice, never chosen automatically. */
export function isPracticeAccount({ platform }: Pick<Account, 'platform'>): boolean {
  return isEmbedded(platform);
}

/** The account of the built-in platform; created when missing. */
export async function practiceAccount(workspace: Workspace): Promise<Outcome<Account>> {
  const known = (await workspace.store.read.accounts.all()).find(isPracticeAccount);
  if (known !== undefined) return done(known);
  const { language } = await readSettings(workspace);
  return addAccount(workspace, {
    platform: embeddedPlatform.manifest.id,
    name: ownNames.account[language],
    merchantId: '',
    secret: '',
    endpoint: null,
    fields: {},
  });
}

/** A practice workspace is usable at once: it has an account, a sender and a virtual printer. */
export async function seedPractice(workspace: Workspace): Promise<void> {
  await practiceAccount(workspace);
  const { sender, language } = await readSettings(workspace);
  // Including those made before the language was chosen.
  await workspace.store.write((write) => nameIn(write, language));
  if (sender === null) await changeSettings(workspace, { sender: practiceSender });
  if ((await workspace.store.read.printers.all()).length === 0) {
    await workspace.store.write((write) =>
      write.printers.put({
        uri: ownFolderPrinterUri,
        name: ownNames.printer[language],
        createdAt: workspace.clock.now(),
        profileJson: '{}',
      }),
    );
    await changeSettings(workspace, { defaultPrinterUri: ownFolderPrinterUri });
  }
}
