import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Minutes of kills and windows: begun last, one of these would keep a single core busy at the end of a run. */
const longest = [
  'test/unit/electron/usecases/workstations/away/awaySchedules.property.test.ts',
  'test/faults/moveKill.test.ts',
  'test/faults/reopenKill.test.ts',
  'test/faults/onwayKill.test.ts',
  'test/faults/practiceAnswers.test.ts',
  'test/faults/killPoints.test.ts',
  'test/faults/killShip.test.ts',
  'test/faults/pickupKill.test.ts',
  'test/faults/commandLine.test.ts',
  'test/faults/newNumberKill.test.ts',
  'test/faults/intakeKill.test.ts',
  'test/faults/printMatrixSerial.test.ts',
  'test/faults/networkMatrixKuaidi100.test.ts',
  'test/faults/networkMatrixKdniao.test.ts',
  'test/faults/voidKill.test.ts',
  'test/unit/electron/usecases/booking/afterRestore/restoredNumbers.test.ts',
  'test/unit/electron/usecases/workspace/restore.test.ts',
  'test/unit/electron/addresses/columns/columnSpans.property.test.ts',
  'test/unit/electron/usecases/orders/editOrders.property.test.ts',
  'test/security/orderFileFuzz.test.ts',
  'test/conformance/zplEncodings.test.ts',
  'test/faults/shipPlatforms.test.ts',
  'test/e2e/breaker.test.ts',
  'test/e2e/mainJob.test.ts',
  'test/e2e/carrierLabel.test.ts',
  'test/e2e/shell/carrierLabel.test.ts',
  'test/e2e/page/accessible.test.ts',
  'test/e2e/page/parts/table.test.ts',
  'test/e2e/page/printing/printing.test.ts',
  'test/e2e/page/parts/enlarged.test.ts',
  'test/e2e/page/page.test.ts',
];

/** A clean clone knows nothing of earlier runs, so the long files are named; the rest keep the order they are given. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number => {
      const index = longest.findIndex((path) => moduleId.endsWith(path));
      return index === -1 ? longest.length : index;
    };
    return [...sorted].sort((left, right) => rank(left) - rank(right));
  }
}
