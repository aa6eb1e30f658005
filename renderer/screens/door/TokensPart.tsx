import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoorView } from '../../../shared/contracts/door/doorSettings.ts';
import { type DoorScope, doorScopes, type TokenState, tokenDays } from '../../../shared/domain/door.ts';
import { ask, core } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { PanelRow } from '../../parts/Section.tsx';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { type SecretFormProps, SecretList } from './SecretList.tsx';

type Token = DoorView['tokens'][number];

const shown = (view: DoorView) => queryClient.setQueryData(ask.door.get.queryKey(), view);

const scopeWords = {
  'orders:write': 'handOver',
  'orders:read': 'readOrders',
  'labels:read': 'takeLabels',
  'tracking:read': 'readTracking',
  'events:read': 'followEvents',
} as const satisfies Readonly<Record<DoorScope, string>>;

interface TokensPartProps extends Pick<DoorView, 'tokens'> {
  /** The door is open: who may knock comes next. */
  readonly isNext: boolean;
}

/** Who may knock, with which rights and until when. */
export function TokensPart({ tokens, isNext }: TokensPartProps) {
  const { t } = useTranslation();
  return (
    <SecretList
      title={t('door.tokens')}
      note={t('door.tokensNote')}
      addLabel={t('door.addToken')}
      isNext={isNext}
      empty={{ icon: 'lock', title: t('door.noTokens'), note: t('door.noTokensNote') }}
      form={(props) => <TokenForm {...props} />}
      once={{ title: (name) => t('door.madeTitle', { name }), note: t('door.made') }}
    >
      {tokens.map((token) => (
        <TokenLine key={token.tokenId} token={token} />
      ))}
    </SecretList>
  );
}

const tones: Readonly<Record<TokenState, Tone>> = { inUse: 'done', expired: 'note', revoked: 'rest' };

function TokenLine({ token }: { readonly token: Token }) {
  const { t } = useTranslation();
  const { tokenId, name, scopes, state, expiresAt, usedAt, createdBy } = token;
  const revoke = useAct(() => core.door.revokeToken({ tokenId }), {
    says: () => t('door.revoked', { name }),
    after: shown,
  });
  return (
    <PanelRow
      name={name}
      marks={<StateMark tone={tones[state]} label={t(`door.tokenState.${state}`)} />}
      notes={[
        scopes.map((scope) => t(`door.scope.${scopeWords[scope]}`)).join(' · '),
        <>
          <Moment after={t('door.expires')} at={expiresAt} />
          {' · '}
          {usedAt === null ? t('door.neverUsed') : <Moment after={t('door.used')} at={usedAt} as="age" />}
          {createdBy !== '' && ` · ${t('door.addedBy', { name: createdBy })}`}
        </>,
      ]}
    >
      {state !== 'revoked' && (
        <AskingButton
          label={t('door.revoke')}
          title={t('door.revokeTitle', { name })}
          note={t('door.revokeNote')}
          yes={t('door.revoke')}
          look="danger"
          {...revoke.asking()}
        />
      )}
    </PanelRow>
  );
}

const spans = ['30', '90', String(tokenDays.usual), String(tokenDays.most)] as const;

function TokenForm({ onMade, onClose }: SecretFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly DoorScope[]>(['orders:write', 'orders:read']);
  const [days, setDays] = useState<string>(String(tokenDays.usual));
  const add = useAct(
    () => core.door.addToken({ name: name.trim(), scopes: [...scopes], days: Number(days) }),
    {
      after: ({ token, view }) => {
        shown(view);
        onMade({ name: name.trim(), secret: token });
        onClose();
      },
      isShownInPlace: true,
    },
  );
  const flip = (scope: DoorScope, isOn: boolean): void =>
    setScopes(doorScopes.filter((one) => (one === scope ? isOn : scopes.includes(one))));
  return (
    <EntryForm
      label={t('door.addToken')}
      yes={t('door.add')}
      isReady={name.trim() !== '' && scopes.length > 0}
      {...add.form()}
      onClose={onClose}
    >
      <div className="form-grid">
        <TextField
          label={t('door.name')}
          hint={t('door.nameHint')}
          maxLength={60}
          value={name}
          isAutoFocused
          onChange={setName}
        />
        <SelectField
          label={t('door.days')}
          value={days}
          options={spans.map((value) => ({ value, label: t('door.daysOf', { count: Number(value) }) }))}
          onChange={setDays}
        />
      </div>
      <fieldset className="choice-field">
        <legend className="field-label">{t('door.scopes')}</legend>
        <div className="line">
          {doorScopes.map((scope) => (
            <CheckField
              key={scope}
              label={t(`door.scope.${scopeWords[scope]}`)}
              isOn={scopes.includes(scope)}
              onChange={(isOn) => flip(scope, isOn)}
            />
          ))}
        </div>
      </fieldset>
    </EntryForm>
  );
}
