import { Alert, Button, ButtonRow, Columns, DescriptionDetails, Form, LinkButton, Panel, PrintButton, SummaryList, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay, formatDayLong, formatMoment } from '../../../../kernel/i18n/format.ts';
import { Lines } from '../../signals/signal-parts.tsx';
import { isStale } from '../expert.ts';
import { Sources, themeName, ValidityChip } from '../helpdesk-parts.tsx';
import { text } from '../messages.ts';
import type { OpenedAnswer } from './open-answer.ts';

export function openAnswerView(opened: OpenedAnswer, context: ViewContext) {
  const { answer } = opened;
  const { locale, today, may } = context;
  return (
    <WorkPage
      frame={context.frame()}
      title={answer.question}
      lead={<ValidityChip answer={answer} context={context} />}
      crumbs={[{ href: '/legal', label: text(locale, 'answers.title') }]}
      act={
        may('questions:answer-expert') &&
        !answer.withdrawnAt && (
          <LinkButton look={isStale(answer, today) ? 'primary' : 'secondary'} icon="pencil" hotkey="n" href={`/legal/answers/${answer.id}/change`}>
            {text(locale, 'change.act')}
          </LinkButton>
        )
      }
    >
      {answer.withdrawnAt && <Alert kind="warning">{text(locale, 'answer.withdrawn.what')}</Alert>}
      {!answer.withdrawnAt && isStale(answer, today) && <Alert kind="warning">{text(locale, 'answer.stale.what', { day: formatDay(locale, answer.reviewBy) })}</Alert>}
      <Columns
        main={
          <>
            <Panel title={text(locale, 'field.answer')}>
              <div class="ww-reading">
                <p>
                  <Lines>{answer.answer}</Lines>
                </p>
                <h2>{text(locale, 'field.sources')}</h2>
                <Sources sources={answer.sources} />
              </div>
            </Panel>
            {!answer.withdrawnAt && <Use opened={opened} context={context} />}
          </>
        }
        side={<Side opened={opened} context={context} />}
      />
    </WorkPage>
  );
}

function Use({ opened: { answer }, context: { locale, key } }: { opened: OpenedAnswer; context: ViewContext }) {
  return (
    <Form action={`/legal/answers/${answer.id}/use`} once={key} label={text(locale, 'use.title')}>
      <p class="ww-no-print">{text(locale, 'use.title')}</p>
      <ButtonRow>
        <Button look="secondary" icon="check" name="helped" value="yes">
          {text(locale, 'use.yes')}
        </Button>
        <Button look="subtle" name="helped" value="no">
          {text(locale, 'use.no')}
        </Button>
        <PrintButton locale={locale} look="subtle" />
      </ButtonRow>
    </Form>
  );
}

function Side({ opened: { answer, versions }, context: { locale } }: { opened: OpenedAnswer; context: ViewContext }) {
  const earlier = versions.slice(1);
  return (
    <>
      <Panel title={text(locale, 'answer.facts')}>
        <SummaryList
          locale={locale}
          rows={[
            { label: text(locale, 'field.theme'), value: themeName(locale, answer.theme) },
            { label: text(locale, 'field.answered-on'), value: formatDayLong(locale, answer.answeredOn) },
            { label: text(locale, 'field.review-by'), value: formatDayLong(locale, answer.reviewBy) },
            { label: text(locale, 'field.used'), value: answer.used > 0 ? text(locale, 'answers.used-helped', { count: answer.used, helped: answer.helped }) : text(locale, 'answers.not-used') },
            ...(versions[0]?.writtenBy ? [{ label: text(locale, 'field.written-by'), value: versions[0].writtenBy }] : []),
          ]}
        />
      </Panel>
      {earlier.length > 0 && (
        <Panel title={text(locale, 'answer.versions')}>
          {earlier.map((wording) => (
            <DescriptionDetails summary={text(locale, 'answer.version', { number: wording.version, moment: formatMoment(locale, wording.writtenAt) })}>
              <p>
                <strong>{wording.question}</strong>
              </p>
              <p>
                <Lines>{wording.answer}</Lines>
              </p>
              <Sources sources={wording.sources} />
            </DescriptionDetails>
          ))}
        </Panel>
      )}
    </>
  );
}
