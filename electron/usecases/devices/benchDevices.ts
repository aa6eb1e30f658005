import {
  type BenchDevices,
  mostSerialGuns,
  type ScaleSetting,
  type SerialGun,
} from '../../../shared/domain/packing/benchDevices.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { listHidScales } from '../../scales/hidScale.ts';
import { listSerialPorts, nameOfPort, plugOf } from '../../serial/listPorts.ts';
import { recordAct } from '../operators/acts.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What hangs on this bench, as it was set up. */
export const readBenchDevices = ({ store }: Pick<Workspace, 'store'>): Promise<BenchDevices> =>
  store.read.settings.get('benchDevices');

/** Sets part of it; the record of acts tells that somebody did. */
export async function changeBenchDevices(
  workspace: Workspace,
  change: Partial<BenchDevices>,
): Promise<BenchDevices> {
  const changed = await workspace.store.write(async (write) => {
    const devices = { ...(await write.settings.get('benchDevices')), ...change };
    await write.settings.put('benchDevices', devices);
    await recordAct(workspace, write, { kind: 'settings-changed', what: Object.keys(change).join(' ') });
    return devices;
  });
  workspace.changed('settings');
  return changed;
}

export interface BenchPort {
  readonly way: 'serial' | 'hid';
  readonly port: string;
  readonly name: string;
  /** Name of what it is used for here already; empty: nothing. */
  readonly usedBy: string;
}

/** Ports of this computer that a scale or a gun may hang on. */
export async function listBenchPorts(workspace: Workspace): Promise<readonly BenchPort[]> {
  const devices = await readBenchDevices(workspace);
  const serial = (await listSerialPorts()) ?? [];
  return [
    ...serial.map((port) => ({ way: 'serial' as const, port: port.path, name: nameOfPort(port) })),
    ...listHidScales().map(({ path, name }) => ({ way: 'hid' as const, port: path, name })),
  ].map((port) => ({ ...port, usedBy: userOf(devices, port.port) }));
}

/** What a port is used for already: a gun's name, or what the scale is known by. Empty: nothing. */
export function userOf({ serialGuns, scale }: BenchDevices, port: string): string {
  if (scale?.way !== 'simulated' && scale?.port === port) return scale.format;
  return serialGuns.find((gun) => gun.port === port)?.name ?? '';
}

/** The plug at a port now; empty: there is none, or the port is of the board. */
export async function plugAt(port: string): Promise<string> {
  const found = ((await listSerialPorts()) ?? []).find(({ path }) => path === port);
  return found === undefined ? '' : plugOf(found);
}

export async function addSerialGun(
  workspace: Workspace,
  { port, name, baud }: Pick<SerialGun, 'port' | 'name' | 'baud'>,
): Promise<Outcome<BenchDevices>> {
  const devices = await readBenchDevices(workspace);
  if (userOf(devices, port) !== '') return failure('DEVICE_PORT_TAKEN', { port });
  if (devices.serialGuns.length >= mostSerialGuns) return failure('GUN_TOO_MANY', { most: mostSerialGuns });
  const plug = await plugAt(port);
  const gun = { id: workspace.nextId(), name: name.trim() === '' ? port : name.trim(), port, plug, baud };
  return done(await changeBenchDevices(workspace, { serialGuns: [...devices.serialGuns, gun] }));
}

export async function removeSerialGun(workspace: Workspace, { id }: { readonly id: string }) {
  const { serialGuns } = await readBenchDevices(workspace);
  return changeBenchDevices(workspace, { serialGuns: serialGuns.filter((gun) => gun.id !== id) });
}

const simulated: ScaleSetting = {
  way: 'simulated',
  port: 'simulated',
  plug: '',
  format: 'st-gs',
  unit: 'kg',
  baud: 9_600,
};

/** Real parcels are never weighed with a scale that only plays one. */
export async function putSimulatedScale(workspace: Workspace): Promise<Outcome<BenchDevices>> {
  if (!workspace.isPractice) return failure('SCALE_PRACTICE_ONLY');
  return done(await changeBenchDevices(workspace, { scale: simulated }));
}
