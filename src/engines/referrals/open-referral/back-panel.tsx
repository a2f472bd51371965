import { Button, ButtonRow, Form, LinkButton, Panel, RadioGroup } from '../../../kernel/html/index.ts';
import { text } from '../messages.ts';
import { hintOf } from '../prepare-referral/prepare-referral.view.tsx';
import { consentWays, isBack } from '../referral.ts';
import type { PanelProps } from './open-referral.view.tsx';

/** What came back: where else it could go with what was typed, going along oneself, or letting it rest. */
export function BackPanel({ opened, context, wrong }: PanelProps) {
  const { referral, proposals } = opened;
  const { locale, key } = context;
  if (!isBack(referral)) return null;
  const { id, version, questionId, state } = referral;
  return (
    <Panel title={text(locale, 'back.title')} tone="waiting">
      <p>{text(locale, state === 'declined' ? 'open.declined' : 'open.stalled')}</p>
      {proposals.length > 0 && (
        <Form action={`/referrals/${id}/elsewhere`} once={key} version={version} label={text(locale, 'elsewhere.title')}>
          <h3 class="utrecht-heading-3">{text(locale, 'elsewhere.title')}</h3>
          <p>{text(locale, 'elsewhere.what')}</p>
          <RadioGroup
            locale={locale}
            inline
            name="consentWay"
            label={text(locale, 'elsewhere.consent')}
            value={typeof wrong.values?.['consentWay'] === 'string' ? wrong.values['consentWay'] : undefined}
            error={wrong.errors['consentWay']}
            options={consentWays.map((way) => ({ value: way, label: text(locale, `consent.${way}`) }))}
          />
          <ul class="ww-tasks" aria-label={text(locale, 'elsewhere.title')}>
            {proposals.map((proposal) => (
              <li class="ww-tasks__item">
                <div class="ww-tasks__words">
                  <a class="ww-tasks__link" href={`/directory/services/${proposal.service.id}`}>
                    {proposal.service.name}
                  </a>
                  <div class="ww-tasks__hint">
                    {proposal.service.organisation.name}
                    {' · '}
                    {hintOf(proposal, context)}
                  </div>
                </div>
                <Button name="service" value={proposal.service.id} look="secondary" small icon="forward" iconMirrors>
                  {text(locale, 'elsewhere.here')}
                </Button>
              </li>
            ))}
          </ul>
        </Form>
      )}
      <ButtonRow>
        <LinkButton look="secondary" icon="forward" iconMirrors hotkey="n" href={`/referrals/new?question=${questionId}&insteadOf=${id}`}>
          {text(locale, 'elsewhere.act')}
        </LinkButton>
        <Form action={`/referrals/${id}/along`} once={key} version={version} label={text(locale, 'along.act')}>
          <Button look="secondary" icon="handshake">
            {text(locale, 'along.act')}
          </Button>
        </Form>
        <Form action={`/referrals/${id}/leave`} once={key} version={version} label={text(locale, 'leave.act')}>
          <Button look="subtle">{text(locale, 'leave.act')}</Button>
        </Form>
      </ButtonRow>
    </Panel>
  );
}
