import type { UpdateChannel } from '../../../shared/domain/updates/release.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { readUpdateAddress } from '../../updates/fetchFile.ts';
import { sweepInstallers } from '../../updates/installers.ts';
import { recordAct } from '../operators/acts.ts';
import { change, type Workspace } from '../workspace/workspace.ts';

interface UpdateSettings {
  /** Empty: the one the product was built with. */
  readonly address: string;
  readonly channel: UpdateChannel;
  /** It looks once a day. It never installs automatically. */
  readonly isAutomatic: boolean;
}

type Patch = { readonly [Name in keyof UpdateSettings]?: UpdateSettings[Name] | undefined };

/** Where versions come from and which; what another address or channel had offered is dropped. */
export async function changeUpdateSettings(
  workspace: Workspace,
  { address: typed, ...patch }: Patch,
): Promise<Outcome<UpdateSettings>> {
  const address = typed?.trim();
  if (address !== undefined && address !== '' && readUpdateAddress(address) === null)
    return failure('UPDATE_ADDRESS_INVALID');
  const previous = await workspace.store.read.settings.get('updates');
  const { channel = previous.channel, isAutomatic = previous.isAutomatic } = patch;
  const next = { address: address ?? previous.address, channel, isAutomatic };
  if (next.address !== previous.address || next.channel !== previous.channel)
    sweepInstallers(workspace, null);
  await change(workspace, ['updates', 'operators'], async (write) => {
    await write.settings.put('updates', next);
    await recordAct(workspace, write, { kind: 'settings-changed', what: 'updates' });
  });
  return done(next);
}
