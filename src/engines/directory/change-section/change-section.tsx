import { z } from 'zod';
import { Alert, Button, ButtonRow, ErrorSummary, Form, LinkButton, SummaryList, WorkPage } from '../../../kernel/html/index.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext, FormValues, ViewContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, Refusal } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded, type Route } from '../../../kernel/http/route.ts';
import { changeFacts } from '../change-facts.ts';
import { text as directoryText } from '../messages.ts';
import type { WholeService } from '../service.ts';
import { findWholeService } from '../whole-service.store.ts';
import { contactsSection } from './contacts-section.tsx';
import { hoursSection } from './hours-section.tsx';
import { text } from './messages.ts';
import { placesSection } from './places-section.tsx';
import type { SectionPart } from './section.ts';
import { termsSection } from './terms-section.tsx';
import { wordingSection } from './wording-section.tsx';

/** The parts of a service in the order in which its page shows them. */
export const sectionParts: readonly SectionPart[] = [termsSection, hoursSection, placesSection, contactsSection, wordingSection];

/** A page and an act per part of a service: who changes the hours does not overwrite who changes the places unseen. */
export const changeSectionRoutes: Route[] = sectionParts.flatMap((part) => {
  const path = `/directory/services/:id/${part.name}`;
  const changePage = page({
    path,
    permission: 'directory:change',
    event: unrecorded('a service, no person'),
    input: z.strictObject({ id: field.id() }),
    load: async ({ read, input }): Promise<Outcome<SectionScreen>> => {
      const service = await findWholeService(read, input.id);
      return service ? { part, service, values: part.filled(service), errors: {}, isChangedMeanwhile: false } : notFound;
    },
    view: changeSectionView,
  });
  const changeAct = act({
    path,
    permission: 'directory:change',
    event: `service-${part.name}-changed`,
    input: z.strictObject({ id: field.id(), version: field.version(), ...part.fields }),
    act: async ({ input, tx, today }): Promise<Outcome<{ id: string }>> => {
      const { id, version, ...rest } = input as unknown as { id: string; version: number };
      const service = await findWholeService(tx, id);
      if (!service) return notFound;
      const facts = part.facts(rest, service);
      if (facts instanceof Refusal) return facts;
      const outcome = await changeFacts(tx, { service: { ...service, version }, section: part.name, facts: { ...facts, lastConfirmedOn: today } });
      return outcome === 'meanwhile' ? changedMeanwhile() : { id };
    },
    done: ({ id }, { locale }) => seeOther(`/directory/services/${id}`, { kind: 'done', text: text(locale, `section.${part.name}.done`) }),
    again: async (context: AgainContext) => {
      const service = await findWholeService(context.read, context.params['id']!);
      if (!service) return notFound;
      return changeSectionView({ part, service, values: context.values, errors: errorsOf(context), isChangedMeanwhile: context.refusal?.name === 'changed-meanwhile' }, context);
    },
    api: { summary: `Change the ${part.name} of a service`, output: z.object({ id: z.uuid() }) },
  });
  return [changePage, changeAct];
});

const refusals = ['hours-not-read', 'not-a-day', 'not-coordinates', 'place-missing', 'contact-missing', 'not-a-phone-number', 'not-a-mail-address', 'not-a-language', 'not-an-amount', 'ages-reversed', 'free-with-amount', 'accepts-now'] as const;

function errorsOf({ locale, errors, refusal }: AgainContext): FieldErrors {
  const name = refusals.find((each) => each === refusal?.name);
  return name && refusal?.field ? { ...errors, [refusal.field]: text(locale, `refusal.${name}`) } : errors;
}

interface SectionScreen {
  part: SectionPart;
  /** As it stands in the register now. */
  service: WholeService;
  values: FormValues;
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
}

function changeSectionView({ part, service, values, errors, isChangedMeanwhile }: SectionScreen, context: ViewContext) {
  const { locale, key } = context;
  const at = `/directory/services/${service.id}`;
  const title = text(locale, `section.${part.name}`);
  return (
    <WorkPage frame={context.frame()} title={title} crumbs={[{ href: '/directory', label: directoryText(locale, 'directory.title') }, { href: at, label: service.name }]}>
      {isChangedMeanwhile && (
        <Alert kind="warning" title={directoryText(locale, 'change.meanwhile.title')} announced>
          <p>{directoryText(locale, 'change.meanwhile.what')}</p>
          <SummaryList locale={locale} rows={part.rows(locale, service)} />
        </Alert>
      )}
      <ErrorSummary locale={locale} errors={errors} />
      <Form action={`${at}/${part.name}`} once={key} version={service.version} label={title}>
        {part.form({ locale, values, errors })}
        <ButtonRow>
          <Button icon="save">{directoryText(locale, 'change.save')}</Button>
          <LinkButton look="subtle" href={at}>
            {directoryText(locale, 'change.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}
