import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { knowledgeQueries, type ReachHint } from '../../bridge/queries/knowledgeQueries.ts';
import { useCarrierNames } from '../../bridge/useCarrierNames.ts';
import { useNow } from '../../bridge/useNow.ts';
import { Button } from '../../parts/Button.tsx';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { When } from '../../parts/When.tsx';

const tones: Readonly<Record<ReachHint['answer'], Tone>> = {
  reachable: 'done',
  'not-reachable': 'failed',
  remote: 'unsure',
  unknown: 'unsure',
};

/** What is known of the carriers' reach: the shop's own list and the platforms' former answers, with their age. */
export function ReachNotes({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const nameOf = useCarrierNames();
  const hints = useQuery(knowledgeQueries.reach(orderId)).data ?? [];
  const askable = useQuery(knowledgeQueries.askable()).data ?? [];
  const ask = useMutation({ mutationFn: () => core.addressKnowledge.askReach({ orderId }) });
  const canAsk = askable.some(({ canCheckReach }) => canCheckReach);
  if (hints.length === 0 && !canAsk) return null;
  return (
    <section aria-label={t('correct.reach')}>
      <h3>{t('correct.reach')}</h3>
      <ul className="plain-list">
        {hints.map((hint) => (
          <li key={`${hint.source}-${hint.carrier}-${hint.checkedAt}`}>
            <StateMark
              tone={tones[hint.answer]}
              label={t(`correct.reachAnswer.${hint.answer}`, {
                carrier: hint.carrier === '' ? t('correct.allCarriers') : nameOf(hint.carrier),
              })}
            />
            <div className="soft small">
              {hint.source === 'own-list' ? t('correct.ownList') : hint.accountName}
              {hint.reason !== '' && ` · ${hint.reason}`} · <When at={hint.checkedAt} now={now} as="age" />
            </div>
          </li>
        ))}
      </ul>
      {canAsk && (
        <Button size="small" icon="network" isBusy={ask.isPending} onPress={() => ask.mutate()}>
          {t('correct.askReach')}
        </Button>
      )}
    </section>
  );
}
