import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementsView } from '../../../shared/contracts/platformRecord/platformRecord.ts';
import { parcelServices, scenes } from '../../../shared/domain/platformRecord/requirements.ts';
import { usePlatformName } from '../../bridge/knownNames.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { Button } from '../../parts/Button.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { StateMark } from '../../parts/StateMark.tsx';

type Need = RequirementsView['needs'][number];
type Outside = RequirementsView['list']['outside'];

interface NeedsTableProps {
  readonly requirements: RequirementsView;
  readonly isBusy: boolean;
  onElsewhere(outside: Outside): void;
}

/** What the list asks of platforms, and which of them can; what is done without one is below with how. */
export function NeedsTable({ requirements: { needs, list }, isBusy, onElsewhere }: NeedsTableProps) {
  const { t } = useTranslation();
  if (needs.length + list.outside.length === 0) return <p className="soft">{t('record.list.checkNone')}</p>;
  return (
    <ul className="plain-list panel">
      {needs.map((need) => (
        <NeedRow
          key={need.offer}
          need={need}
          isBusy={isBusy}
          onElsewhere={(how) => onElsewhere([...list.outside, { offer: need.offer, how }])}
        />
      ))}
      {list.outside.map(({ offer, how }) => (
        <li key={offer} className="record-row">
          <span className="record-state">
            <StateMark tone="rest" label={t('record.list.elsewhere')} />
          </span>
          <strong>{t(`platformOffer.${offer}`)}</strong>
          <span className="grow">{how}</span>
          <Button
            size="small"
            isBusy={isBusy}
            onPress={() => onElsewhere(list.outside.filter((one) => one.offer !== offer))}
          >
            {t('record.files.remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function askerGroup(by: Need['wantedBy'][number]): 'scene' | 'parcelService' | 'neededFunction' {
  if (scenes.some((scene) => scene === by)) return 'scene';
  return parcelServices.some((service) => service === by) ? 'parcelService' : 'neededFunction';
}

interface NeedRowProps {
  readonly need: Need;
  readonly isBusy: boolean;
  onElsewhere(how: string): void;
}

function NeedRow({ need, isBusy, onElsewhere }: NeedRowProps) {
  const { t } = useTranslation();
  const platformName = usePlatformName();
  const mayChange = useMissingRight(['changeSettings']) === null;
  const [how, setHow] = useState<string | null>(null);
  const { offer, wantedBy, isMet, isBlocking, answers } = need;
  const by = wantedBy.map((one) => t(`${askerGroup(one)}.${one}` as 'scene.batch'));
  const said = answers.map(
    ({ platform, answer }) => `${platformName(platform)} ${t(`offerAnswer.${answer}`)}`,
  );
  const tone = isMet ? 'done' : isBlocking ? 'failed' : 'rest';
  return (
    <li className="record-row record-wraps">
      <span className="record-state">
        <StateMark tone={tone} label={t(isMet ? 'record.list.met' : 'record.list.unmet')} />
      </span>
      <strong>{t(`platformOffer.${offer}`)}</strong>
      {!isBlocking && <span className="soft small">{t('record.list.bonus')}</span>}
      <span className="grow soft small">{[by.join(' · '), ...said].join(' — ')}</span>
      {!isMet && mayChange && how === null && (
        <Button size="small" onPress={() => setHow('')}>
          {t('record.list.elsewhere')}
        </Button>
      )}
      {how !== null && (
        <EntryForm
          look="inset"
          yes={t('common.save')}
          isBusy={isBusy}
          isReady={how.trim() !== ''}
          onSubmit={() => onElsewhere(how.trim())}
          onClose={() => setHow(null)}
        >
          <TextField
            label={t('record.list.elsewhereHow')}
            hint={t('record.list.elsewhereHint')}
            maxLength={200}
            isAutoFocused
            value={how}
            onChange={setHow}
          />
        </EntryForm>
      )}
    </li>
  );
}
