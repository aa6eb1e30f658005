import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../../../electron/usecases/intake/importFiles.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../doubles/workspace/openTestWorkspace.ts';
import { buildCorpus } from '../../../intake/buildCorpus.ts';
import type { Expected, ExpectedOrder } from '../../../intake/intakeCase.ts';
import { fileOutcome, orderOutcome } from '../../../intake/readOutcome.ts';

const corpus = fileURLToPath(new URL('../../../fixtures/intake/', import.meta.url));
const cases = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Noon of 2 January 2026 in Shanghai: what the dates of the corpus are judged by. */
const corpusDay = Date.UTC(2026, 0, 2, 4);

async function storedOrders(workspace: TestWorkspace) {
  const orders = await workspace.store.read.orders.window({}, { offset: 0, limit: 500 });
  return orders.map(orderOutcome).reverse();
}

/** Numbers that the import makes itself are written `*`. */
function masked(no: string, known: readonly ExpectedOrder[]): string {
  return known.some((order) => order.no === no) || !/^A[0-9A-F]{12}/.test(no) ? no : '*';
}

async function run(name: string, expected: Expected) {
  const workspace = await openTestWorkspace();
  try {
    await workspace.clock.advance(corpusDay - workspace.clock.now());
    const paths = (expected.files ?? readdirSync(`${corpus}${name}`).map((file) => ({ file })))
      .map(({ file }) => `${corpus}${name}/${file}`)
      .filter((path) => !path.endsWith('expected.json'));
    const report = await importFiles(workspace, { paths, minConfidence: 0.7, isDryRun: false });
    if (!report.ok) return { refused: report.code };
    const known = expected.orders ?? [];
    const rows = [...report.value.refused, ...report.value.reports.flatMap(({ attention }) => attention)];
    return {
      files: report.value.reports.map(fileOutcome),
      attention: rows.map((row) =>
        [row.rowNumber, masked(row.orderNo, known), row.code, row.field].join(' '),
      ),
      orders: (await storedOrders(workspace)).map((order) => ({ ...order, no: masked(order.no, known) })),
    };
  } finally {
    await workspace.close();
  }
}

describe('the corpus', () => {
  it('is what its script builds, byte for byte', () => {
    for (const { path, bytes } of buildCorpus()) {
      expect(Buffer.compare(readFileSync(`${corpus}${path}`), Buffer.from(bytes)), path).toBe(0);
    }
  });

  it.each(cases)('%s is understood as expected', async (name) => {
    const expected = JSON.parse(readFileSync(`${corpus}${name}/expected.json`, 'utf8')) as Expected & {
      about: string;
    };
    const outcome = await run(name, expected);
    if (expected.refused !== undefined) {
      expect(outcome).toEqual({ refused: expected.refused });
      return;
    }
    expect(outcome).toMatchObject({ files: expected.files });
    if (expected.attention !== undefined) expect(outcome.attention).toEqual(expected.attention);
    expect(outcome.orders).toHaveLength(expected.orders?.length ?? 0);
    expect(outcome.orders).toMatchObject(expected.orders ?? []);
  });
});
