import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Party } from '../../../shared/domain/party.ts';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { type CorrectionItem, correctQueries, type Reading } from '../../bridge/queries/correctQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { RegionField } from '../../parts/form/RegionField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useKeys } from '../../parts/keys/useKeys.ts';
import { useDraft } from '../../parts/view/useDraft.ts';
import { Candidates } from './Candidates.tsx';
import { confidenceWord } from './confidenceWord.ts';
import { Findings } from './Findings.tsx';
import { OriginalText } from './OriginalText.tsx';

function partyOf(reading: Reading): Party {
  const { name, phone, extension, province, city, district, town, detail } = reading;
  return { name, phone, extension, province, city, district, town, detail };
}

interface ReceiverFieldsProps {
  readonly receiver: Party;
  readonly confidence: Reading['confidence'];
  onChange(part: Partial<Party>): void;
}

/** What we understood, field by field; where we are not sure, how sure. */
function ReceiverFields({ receiver, confidence, onChange }: ReceiverFieldsProps) {
  const { t } = useTranslation();
  const divisions = useQuery(correctQueries.divisionTree()).data ?? [];
  const wordOf = (value: number): string =>
    t('correct.fieldConfidence', { word: t(`correct.word.${confidenceWord(value)}`) });
  return (
    <div className="form-grid">
      <TextField
        label={t('field.name')}
        maxLength={60}
        value={receiver.name}
        hint={confidence.name < 0.9 ? wordOf(confidence.name) : undefined}
        onChange={(name) => onChange({ name })}
      />
      <div className="phone-pair">
        <TextField
          label={t('field.phone')}
          maxLength={40}
          value={receiver.phone}
          hint={confidence.phone < 0.9 ? wordOf(confidence.phone) : undefined}
          onChange={(phone) => onChange({ phone })}
        />
        <TextField
          label={t('field.extension')}
          maxLength={10}
          value={receiver.extension}
          onChange={(extension) => onChange({ extension })}
        />
      </div>
      <RegionField
        value={receiver}
        divisions={divisions}
        hint={confidence.region < 0.9 ? wordOf(confidence.region) : undefined}
        onChange={onChange}
      />
      <TextField
        label={t('field.town')}
        maxLength={40}
        value={receiver.town}
        onChange={(town) => onChange({ town })}
      />
      <div className="form-wide">
        <TextField
          label={t('field.detail')}
          maxLength={200}
          value={receiver.detail}
          hint={confidence.detail < 0.9 ? wordOf(confidence.detail) : undefined}
          onChange={(detail) => onChange({ detail })}
        />
      </div>
    </div>
  );
}

interface CorrectionFormProps {
  readonly item: CorrectionItem;
  onAccepted(version: number): void;
}

/** Original above, what we understood below; Enter accepts what stands here. */
export function CorrectionForm({ item, onAccepted }: CorrectionFormProps) {
  const { t } = useTranslation();
  const [receiver, change, forget] = useDraft<Party>(
    `correct-${item.orderId}-${item.version}`,
    partyOf(item.reading),
  );
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // So that Tab leads from here into the fields; whoever holds the focus on purpose keeps it.
    if (document.activeElement === document.body) form.current?.focus({ preventScroll: true });
  }, []);
  const put = (part: Partial<Party>): void => change((before) => ({ ...before, ...part }));
  const accept = useMutation({
    meta: { isShownInPlace: true },
    mutationFn: () => core.correct.accept({ orderId: item.orderId, version: item.version, receiver }),
    onSuccess: ({ version }) => {
      forget();
      onAccepted(version);
    },
  });
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (!accept.isPending) accept.mutate();
  };
  useKeys([{ combo: 'Enter', says: t('correct.acceptKey'), run: submit }]);
  const { confidence } = item.reading;
  return (
    <form ref={form} tabIndex={-1} className="correction" onSubmit={submit}>
      <header className="line">
        <strong className="number">{item.orderNo}</strong>
        <span className="soft small">
          {[t(`source.${item.source}`, item.source), item.goodsText].filter(Boolean).join(' · ')}
        </span>
        <span className="grow" />
        <span className={`confidence confidence-${confidenceWord(confidence.overall)}`}>
          {t('correct.overall', { word: t(`correct.word.${confidenceWord(confidence.overall)}`) })}
        </span>
      </header>
      <OriginalText item={item} />
      <div className="correction-understood">
        <section className="stack" aria-label={t('correct.understood')}>
          <h3>{t('correct.understood')}</h3>
          <ReceiverFields receiver={receiver} confidence={confidence} onChange={put} />
          <Candidates
            candidates={item.reading.candidates}
            onChoose={({ province, city, district, town, detail }) =>
              put({
                province,
                city,
                district,
                ...(town === '' ? {} : { town }),
                ...(detail === '' ? {} : { detail }),
              })
            }
          />
        </section>
        <Findings item={item} />
      </div>
      <footer className="line correction-foot">
        {accept.error !== null && (
          <div className="foot-failure">
            <FailureNotice failure={failureOf(accept.error)} />
          </div>
        )}
        <Button look="primary" size="large" isSubmit keyHint="Enter" isBusy={accept.isPending}>
          {t('correct.accept')}
        </Button>
        <Button size="large" onPress={() => change(() => partyOf(item.reading))}>
          {t('correct.reset')}
        </Button>
        <span className="soft small">{t('correct.keys')}</span>
      </footer>
    </form>
  );
}
