import type { DevicesView } from '../../../../shared/contracts/packing/devices.ts';
import { devicesContracts } from '../../../../shared/contracts/packing/devices.ts';
import type { BenchDevices } from '../../../../shared/domain/packing/benchDevices.ts';
import type { Outcome } from '../../../../shared/errors/outcome.ts';
import {
  addSerialGun,
  changeBenchDevices,
  listBenchPorts,
  putSimulatedScale,
  readBenchDevices,
  removeSerialGun,
} from '../../../usecases/devices/benchDevices.ts';
import { printCommandSheet, writeCommandSheet } from '../../../usecases/devices/commandSheet.ts';
import type { DeviceLines } from '../../../usecases/devices/deviceLines.ts';
import { setRecorder, shownRecorder, testRecorder } from '../../../usecases/devices/recorder.ts';
import { namesOfFormat } from '../../../usecases/devices/scaleLine.ts';
import type { Workspace } from '../../../usecases/workspace/workspace.ts';
import { readAtBench } from '../../atBench.ts';
import { type Call, does, gateOf, unwrap } from '../../gate.ts';
import { writesFile } from '../../pageFiles.ts';

const { onWorkspace } = gateOf(devicesContracts);

function view({ isPractice }: Workspace, devices: BenchDevices, lines: DeviceLines): DevicesView {
  const { gunPrefix, serialGuns, scale, sounds, recorder, camera } = devices;
  return {
    isPractice,
    gunPrefix,
    serialGuns: serialGuns.map(({ id, name, port, baud }) => ({
      id,
      name,
      port,
      baud,
      cause: lines.gunCause(id),
    })),
    scale:
      scale === null
        ? null
        : {
            way: scale.way,
            port: scale.port,
            ...namesOfFormat(scale.format),
            unit: scale.unit,
            baud: scale.baud,
            cause: lines.scaleCause,
          },
    sounds,
    recorder: { way: recorder.way, shown: shownRecorder(devices) },
    camera,
  };
}

const shownNow = async (workspace: Workspace, { session }: Call): Promise<DevicesView> =>
  view(workspace, await readBenchDevices(workspace), unwrap(session.devices()));

/** An act after which guns and scale are reopened. */
const renewing =
  <Input>(action: (workspace: Workspace, input: Input) => Promise<Outcome<unknown> | BenchDevices>) =>
  async (workspace: Workspace, input: Input, call: Call): Promise<DevicesView> => {
    const changed = await action(workspace, input);
    if ('ok' in changed) unwrap(changed);
    await unwrap(call.session.devices()).renew();
    return shownNow(workspace, call);
  };

const devicesRouter = onWorkspace('devices', {
  get: readAtBench((workspace, _, call) => shownNow(workspace, call)),
  live: (_workspace, _, { session, signal }) => unwrap(session.devices()).follow(signal),
  ports: async (workspace) => [...(await listBenchPorts(workspace))],
  async setGunPrefix(workspace, { prefix }, call) {
    await changeBenchDevices(workspace, { gunPrefix: prefix });
    return shownNow(workspace, call);
  },
  async setSounds(workspace, sounds, call) {
    await changeBenchDevices(workspace, { sounds });
    return shownNow(workspace, call);
  },
  addGun: renewing(addSerialGun),
  removeGun: renewing(removeSerialGun),
  async *tryScale(_workspace, place, { session, signal }) {
    for await (const { guesses, ...step } of unwrap(session.devices()).try(place, signal))
      yield {
        ...step,
        guesses: guesses.map(({ format, unit, says }) => ({
          format: format.id,
          nameZh: format.nameZh,
          nameEn: format.nameEn,
          unit,
          says,
        })),
      };
  },
  async chooseScale(workspace, { knownGrams }, call) {
    unwrap(await unwrap(call.session.devices()).choose(knownGrams));
    return shownNow(workspace, call);
  },
  simulateScale: renewing(putSimulatedScale),
  removeScale: renewing((workspace) => changeBenchDevices(workspace, { scale: null })),
  putOnScale: async (_workspace, { grams }, { session }) =>
    unwrap(await unwrap(session.devices()).put(grams)),
  async setRecorder(workspace, input, call) {
    unwrap(await setRecorder(workspace, input));
    return shownNow(workspace, call);
  },
  async setCamera(workspace, camera, call) {
    await changeBenchDevices(workspace, { camera });
    await call.session.tellCamera();
    return shownNow(workspace, call);
  },
  printCommandSheet: does(printCommandSheet),
  writeCommandSheet: writesFile(async (workspace) => unwrap(await writeCommandSheet(workspace))),
  testRecorder: async (workspace) => unwrap(await testRecorder(workspace)),
});

export const devicesRouters = { devices: devicesRouter };
