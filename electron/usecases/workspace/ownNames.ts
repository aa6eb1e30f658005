import type { Language } from '../../../shared/text/describeError.ts';
import type { Repositories } from '../../store/store.ts';

type OwnName = Readonly<Record<Language, string>>;

/** Names the program gives to what it creates. `--account practice` finds the account by its platform, in both languages. */
export const ownNames = {
  account: { 'zh-CN': '练习账号', en: 'Practice account' },
  printer: { 'zh-CN': '虚拟打印机', en: 'Virtual printer' },
} as const satisfies Readonly<Record<string, OwnName>>;

const isOwn = (own: OwnName, name: string): boolean => Object.values(own).includes(name);

/** What the program named, and no person has renamed, is shown in the workspace's language. */
export async function nameIn(write: Repositories, language: Language): Promise<void> {
  const [account, printer] = [ownNames.account[language], ownNames.printer[language]];
  for (const { id, name } of await write.accounts.all())
    if (name !== account && isOwn(ownNames.account, name) && !(await write.accounts.byName(account)))
      await write.accounts.update(id, { name: account });
  for (const known of await write.printers.all())
    if (isOwn(ownNames.printer, known.name)) await write.printers.put({ ...known, name: printer });
}
