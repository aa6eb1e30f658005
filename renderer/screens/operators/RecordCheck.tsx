import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../shared/contracts/contract.ts';
import { ask, core } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { Moment } from '../../work/Moment.tsx';
import { SealNotice } from '../../work/SealNotice.tsx';
import { useAct } from '../../work/useAct.ts';

/** Whether anybody changed the record behind the program, and what contradicts its sealed file. */
export function RecordCheck() {
  const { t } = useTranslation();
  const check = useQuery(ask.operators.checkActs.queryOptions()).data;
  const confirm = useAct(() => core.operators.confirmTroubles(), {
    says: () => t('operatorSettings.troubleConfirmed'),
    after: (after) => queryClient.setQueryData(ask.operators.checkActs.queryKey(), after),
  });
  if (check === undefined) return null;
  const { total, brokenNo: no, head, troubles } = check;
  // A record that was emptied has no entries either.
  if (total === 0 && no === null && troubles.length === 0) return null;
  return (
    <div className="stack-tight">
      {no === null ? (
        <StateMark tone="done" label={t('operatorSettings.whole', { total, head })} />
      ) : (
        <Notice
          tone="failed"
          title={t('operatorSettings.broken', { no })}
          next={t('operatorSettings.brokenNext', { no })}
        />
      )}
      <SealNotice troubles={troubles}>
        <Button {...confirm.press()}>{t('operatorSettings.troubleConfirm')}</Button>
      </SealNotice>
    </div>
  );
}

type Found = Answered<'operators', 'findHead'>['found'];

/** An old paper proves that nothing was cut since: are its six characters in the record? */
export function HeadField() {
  const { t } = useTranslation();
  const [head, setHead] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const find = useAct(() => core.operators.findHead({ head }), { after: (reply) => setFound(reply.found) });
  const [first] = found ?? [];
  return (
    <div className="line">
      <TextField
        label={t('operatorSettings.head')}
        hint={t('operatorSettings.headHint')}
        maxLength={20}
        value={head}
        onChange={(typed) => {
          setHead(typed);
          setFound(null);
        }}
      />
      <Button isDisabled={head.trim() === ''} {...find.press()}>
        {t('operatorSettings.headFind')}
      </Button>
      <div aria-live="polite">
        {first !== undefined && (
          <>
            <StateMark tone="done" label={t('operatorSettings.headFound', { no: first.no })} />{' '}
            <Moment at={first.at} />
          </>
        )}
        {found !== null && first === undefined && (
          <StateMark tone="failed" label={t('operatorSettings.headMissing')} />
        )}
      </div>
    </div>
  );
}
