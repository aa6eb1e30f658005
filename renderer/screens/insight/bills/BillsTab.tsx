import { useState } from 'react';
import type { HandedFile } from '../../../../shared/contracts/bridge.ts';
import { useBillRun } from '../../../bridge/billRun.ts';
import { BillIntake } from './BillIntake.tsx';
import { BillList } from './BillList.tsx';
import { BillMapping } from './BillMapping.tsx';
import { BillView } from './BillView.tsx';
import './bills.css';

/** Carriers' bills: one comes in, is looked at and compared with what was sent; what came of each stays here. */
export function BillsTab() {
  const [shownId, setShownId] = useState<string | null>(null);
  const [file, setFile] = useState<HandedFile | null>(null);
  const { run, clear } = useBillRun();
  const finishedId = run?.stage === 'finished' ? run.billId : null;
  const billId = finishedId ?? shownId;
  const leave = (): void => {
    clear();
    setFile(null);
    setShownId(null);
  };
  if (billId !== null) return <BillView key={billId} billId={billId} onLeave={leave} />;
  if (file !== null || run !== null)
    return (
      <BillMapping
        key={file?.fileToken ?? ''}
        file={file ?? run?.bill ?? { fileToken: '', name: '' }}
        onOpen={setShownId}
        onLeave={leave}
      />
    );
  return (
    <div className="bills">
      <BillIntake onFile={setFile} />
      <BillList onOpen={setShownId} />
    </div>
  );
}
