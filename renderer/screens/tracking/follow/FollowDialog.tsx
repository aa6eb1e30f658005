import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../shared/contracts/contract.ts';
import type { FollowCost } from '../../../../shared/contracts/tracking/followNumbers.ts';
import { mostPastedNumbers, mostRecognisedAtOnce } from '../../../../shared/domain/numberRecognition.ts';
import { joinTexts } from '../../../../shared/text/hanSpacing.ts';
import { ask, core } from '../../../bridge/core.ts';
import { failureIn } from '../../../bridge/failureOf.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { formatCount } from '../../../parts/format.ts';
import { useDescribe } from '../../../words/describe.ts';
import { useAct } from '../../../work/useAct.ts';
import { FollowTable } from './FollowTable.tsx';
import { likeliest, readyToFollow, type SaidByNumber, say, stillOpen } from './followDraft.ts';
import './follow.css';

type Read = Answered<'followNumbers', 'read'>;

const nothingRead: Read = { rows: [], doubles: 0, tooMany: 0, costs: [] };

/** Asks the platform whose the open numbers are, a few dozen at a time. */
function useRecognition(take: (rows: Answered<'followNumbers', 'recognise'>['rows']) => void) {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useAct(
    async (waybillNos: readonly string[]) => {
      let errorCode = '';
      let known = 0;
      for (let first = 0; first < waybillNos.length; first += mostRecognisedAtOnce) {
        const part = waybillNos.slice(first, first + mostRecognisedAtOnce);
        const recognised = await core.followNumbers.recognise({ waybillNos: [...part] });
        known += recognised.rows.filter(({ carrier }) => carrier !== '').length;
        take(recognised.rows);
        errorCode = recognised.errorCode;
        if (errorCode !== '') break;
      }
      return { known, errorCode };
    },
    {
      says: ({ known, errorCode }) =>
        errorCode === ''
          ? t('follow.recognised', { count: known })
          : {
              tone: 'failed',
              says: describe(errorCode).says,
              next: describe(errorCode).next,
              code: errorCode,
            },
    },
  );
}

/** What following costs, one sentence an account, before anything is asked. */
function Cost({ cost }: { readonly cost: FollowCost }) {
  const { t } = useTranslation();
  const { accountName, questions, leftForPlan, days } = cost;
  const shown = formatCount(questions);
  if (leftForPlan === null) return <li>{t('follow.costOpen', { account: accountName, shown })}</li>;
  const left = formatCount(leftForPlan);
  return (
    <li>
      {joinTexts([
        t('follow.cost', { account: accountName, shown, left }),
        days !== null && days > 1 ? t('follow.days', { count: days }) : '',
      ])}
    </li>
  );
}

interface FollowDialogProps {
  /** What was searched for and is not followed yet; empty: nothing. */
  readonly text: string;
  onFollowed(): void;
  onClose(): void;
}

/** Numbers from anywhere, pasted: whose they are is clear or a choice, and what asking for them costs is recognised first. */
export function FollowDialog({ text: given, onFollowed, onClose }: FollowDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(given);
  const [said, setSaid] = useState<SaidByNumber>(new Map());
  const wanted = useDeferredValue(text);
  const read = useQuery(
    ask.followNumbers.read.queryOptions({
      input: { text: wanted },
      enabled: wanted.trim() !== '',
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  const { rows, doubles, tooMany, costs } = wanted.trim() === '' ? nothingRead : (read.data ?? nothingRead);
  const ready = useMemo(() => readyToFollow(rows, said), [rows, said]);
  const open = useMemo(() => stillOpen(rows, said), [rows, said]);
  const recognise = useRecognition((recognised) =>
    setSaid((before) =>
      recognised.reduce(
        (all, { waybillNo, carrier }) => (carrier === '' ? all : say(all, waybillNo, { carrier })),
        before,
      ),
    ),
  );
  const follow = useFollowing(onFollowed);
  const failure = failureIn(read);
  return (
    <AskDialog
      title={t('follow.title')}
      width={840}
      yes={t('follow.yes', { count: ready.length, shown: formatCount(ready.length) })}
      keyHint="Ctrl+Enter"
      isReady={ready.length > 0 && !read.isPlaceholderData}
      {...follow.dialog(ready)}
      onClose={onClose}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter within the text begins a line, with Ctrl it follows */}
      <div
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey && ready.length > 0) follow.mutate(ready);
        }}
      >
        <TextField
          label={t('follow.paste', { most: formatCount(mostPastedNumbers) })}
          hint={t('follow.pasteHint')}
          rows={rows.length === 0 ? 8 : 3}
          value={text}
          onChange={setText}
        />
      </div>
      {failure !== null && <FailureNotice failure={failure} />}
      {rows.length > 0 && (
        <>
          <FollowTable rows={rows} said={said} onSay={(no, part) => setSaid((all) => say(all, no, part))} />
          <ul className="plain-list follow-costs soft">
            {costs.map((cost) => (
              <Cost key={cost.accountId} cost={cost} />
            ))}
            {doubles > 0 && <li>{t('follow.doubles', { count: doubles })}</li>}
            {tooMany > 0 && <li className="silence-stuck">{t('follow.tooMany', { count: tooMany })}</li>}
          </ul>
          {open.length > 0 && (
            <div className="line">
              <strong>
                {t('follow.stillOpen', { count: open.length, shown: formatCount(open.length) })}
              </strong>
              <Button size="small" onPress={() => setSaid((all) => likeliest(rows, all))}>
                {t('follow.likeliest')}
              </Button>
              <Button size="small" icon="network" {...recognise.press(open)}>
                {t('follow.recognise', { count: open.length, shown: formatCount(open.length) })}
              </Button>
            </div>
          )}
        </>
      )}
    </AskDialog>
  );
}

function useFollowing(onFollowed: () => void) {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useAct((rows: ReturnType<typeof readyToFollow>) => core.followNumbers.follow({ rows }), {
    says: ({ followed, known, refused: [first, ...more] }) => {
      const says = t('follow.followed', { count: followed, shown: formatCount(followed) });
      const also = known > 0 ? t('follow.known', { count: known }) : '';
      if (first === undefined) return joinTexts([says, also]);
      return {
        tone: 'failed',
        says: joinTexts([says, also, t('follow.refused', { count: more.length + 1 })]),
        next: joinTexts(Object.values(describe(first.code, { waybillNo: first.waybillNo }))),
        code: first.code,
      };
    },
    after: onFollowed,
  });
}
