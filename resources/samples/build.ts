import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { writeTextWorkbook } from '../../electron/imports/writers/writeTextWorkbook.ts';
import { encodeGb18030 } from './encodeGb18030.ts';
import { douyinHeader, douyinRows, jdCsv, pinduoduoCsv, taobaoCsv } from './platformSamples.ts';
import { sampleHeader, sampleRows } from './sampleOrders.ts';

/** Writes the sample order file and the platform samples of the tests. Same input, same bytes: `node resources/samples/build.ts`. */
const samplesFolder = fileURLToPath(new URL('.', import.meta.url));
const intakeFolder = fileURLToPath(new URL('../../test/fixtures/intake/', import.meta.url));

await mkdir(intakeFolder, { recursive: true });
const written = [
  await writeTextWorkbook(`${samplesFolder}orders.xlsx`, '订单', sampleHeader, sampleRows),
  await writeTextWorkbook(`${intakeFolder}douyin.xlsx`, '订单', douyinHeader, douyinRows),
];
for (const outcome of written) if (!outcome.ok) throw new Error(outcome.code);
await writeFile(`${intakeFolder}taobao.csv`, encodeGb18030(taobaoCsv));
await writeFile(`${intakeFolder}jd.csv`, encodeGb18030(jdCsv));
await writeFile(`${intakeFolder}pinduoduo.csv`, pinduoduoCsv);
