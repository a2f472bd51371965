import { Alert, Button, ButtonRow, DescriptionDetails, Form, Panel, TextArea } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { text } from '../messages.ts';
import { NamesWarning } from '../names-warning.tsx';
import type { Again, OpenedSignal } from '../open-signal/open-signal.ts';
import { typed } from '../signal-parts.tsx';

/** For who reads a colleague's words before policy does. */
export function ReviewForms({ opened: { signal, raiser, names }, context: { locale, key, actor }, again }: { opened: OpenedSignal; context: ViewContext; again: Again | undefined }) {
  if (signal.state !== 'gathering') return null;
  const { values = {}, errors = {} } = again ?? {};
  if (raiser?.id === actor.id) return <Alert>{text(locale, 'refusal.own-signal')}</Alert>;
  return (
    <Panel title={text(locale, 'release.title')} tone="waiting">
      <p>{text(locale, 'release.what')}</p>
      <Form action={`/signals/${signal.id}/release`} once={key} version={signal.version} label={text(locale, 'release.title')}>
        <TextArea locale={locale} name="words" label={text(locale, 'field.words')} value={typed(values, 'words') ?? signal.words ?? ''} error={errors['words']} rows={5} maxLength={2000} />
        {names.length > 0 && <NamesWarning names={names} locale={locale} />}
        <ButtonRow>
          <Button icon="send">{text(locale, 'release.act')}</Button>
        </ButtonRow>
      </Form>
      <DescriptionDetails summary={text(locale, 'aside.title')} open={errors['asideWords'] !== undefined}>
        <Form action={`/signals/${signal.id}/set-aside`} once={key} version={signal.version} label={text(locale, 'aside.title')}>
          <TextArea locale={locale} name="asideWords" label={text(locale, 'aside.words')} hint={text(locale, 'aside.words.hint')} value={typed(values, 'asideWords')} error={errors['asideWords']} rows={2} maxLength={1000} />
          <ButtonRow>
            <Button look="secondary">{text(locale, 'aside.act')}</Button>
          </ButtonRow>
        </Form>
      </DescriptionDetails>
    </Panel>
  );
}
