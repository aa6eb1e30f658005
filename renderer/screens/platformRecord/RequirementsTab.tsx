import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementsView } from '../../../shared/contracts/platformRecord/platformRecord.ts';
import { ask, core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { pageBridge } from '../../bridge/page.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Button } from '../../parts/Button.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { useAct } from '../../work/useAct.ts';
import { ConfirmList } from './ConfirmList.tsx';
import { NeedsTable } from './NeedsTable.tsx';
import { RequirementsForm } from './RequirementsForm.tsx';

type List = RequirementsView['list'];

const keep = (reply: RequirementsView) =>
  queryClient.setQueryData(ask.platformRecord.requirements.queryKey(), reply);

/** What the shop needs, whether its platforms can do it, and who has said that the list is right. */
export function RequirementsTab() {
  const requirements = useQuery(ask.platformRecord.requirements.queryOptions()).data;
  // Typed over again whenever somebody else has saved another list.
  return requirements === undefined ? null : (
    <Requirements key={requirements.changedAt ?? 0} requirements={requirements} />
  );
}

function Requirements({ requirements }: { readonly requirements: RequirementsView }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<List>(requirements.list);
  const mayChange = useMissingRight(['changeSettings']) === null;
  const save = useAct((list: List) => core.platformRecord.setRequirements({ list }), {
    says: () => t('record.list.saved'),
    after: keep,
  });
  const exported = useAct(() => core.platformRecord.exportRequirements(), {
    says: ({ name, fileToken }) => ({
      tone: 'done',
      says: t('record.exported', { name }),
      action: { label: t('common.showFile'), run: () => void pageBridge().showFile(fileToken) },
    }),
  });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(requirements.list);
  return (
    <>
      <p className="soft">{t('record.list.note')}</p>
      <div className="line">
        <Completeness requirements={requirements} />
        <span className="grow" />
        <Button icon="file" {...exported.press()}>
          {t('record.list.export')}
        </Button>
      </div>
      <fieldset className="panel panel-pad stack" disabled={!mayChange}>
        <RequirementsForm
          list={draft}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        />
        {mayChange && (
          <div className="form-actions">
            <Button look="primary" isDisabled={!isChanged} {...save.press(draft)}>
              {t('record.list.save')}
            </Button>
          </div>
        )}
      </fieldset>
      <h3>{t('record.list.check')}</h3>
      <NeedsTable
        requirements={requirements}
        isBusy={save.isPending}
        onElsewhere={(outside) => save.mutate({ ...draft, outside })}
      />
      <h3>{t('record.list.confirm')}</h3>
      <ConfirmList requirements={requirements} onConfirmed={keep} />
    </>
  );
}

function Completeness({ requirements: { missing } }: { readonly requirements: RequirementsView }) {
  const { t } = useTranslation();
  if (missing.length === 0) return <StateMark tone="done" label={t('record.list.complete')} />;
  const parts = missing.map((part) => t(`requirementPart.${part}`)).join(t('common.listComma'));
  return <StateMark tone="waiting" label={t('record.list.missing', { parts })} />;
}
