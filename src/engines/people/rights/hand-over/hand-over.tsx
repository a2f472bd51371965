import { z } from 'zod';
import { makeLink, withdrawLinks } from '../../../../kernel/access/identify.store.ts';
import { Alert, LinkButton, Panel, Qr, SummaryList, WelcomePage } from '../../../../kernel/html/index.ts';
import { download, type Outcome } from '../../../../kernel/http/answer.ts';
import type { LoadContext, ViewContext } from '../../../../kernel/http/context.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { qrSvg } from '../../../../kernel/qr/qr-svg.ts';
import type { Person } from '../../person.ts';
import { findPerson } from '../../person.store.ts';
import { partText } from '../erase-person/part-words.ts';
import { text } from '../messages.ts';
import { showRightsAgain } from '../open-rights/open-rights.ts';
import { PersonPage } from '../person-page.tsx';
import { askers, handOverDays } from './terms.ts';
import { gatherPerson, type WholePerson } from './gather.ts';

const purpose = 'own-data';

/** All that is held, for the person, by a link that ends. Who asked stands in the log; the secret is shown this once. */
export const handOverAct = act({
  path: '/people/:id/hand-over',
  permission: 'people:hand-over',
  event: 'data-handed-over',
  input: z.strictObject({ id: field.id(), exportAskedBy: field.choice(askers) }),
  act: async ({ tx, input: { id, exportAskedBy } }): Promise<Outcome<{ person: Person; secret: string }>> => {
    const person = await findPerson(tx, id);
    if (!person || person.isMasked) return notFound;
    await withdrawLinks(tx, id, purpose);
    const { id: link, secret } = await makeLink(tx, { purpose, subject: { type: 'person', id }, expiresAt: tx.now.add({ hours: 24 * handOverDays }) });
    tx.record({ act: 'data-handed-over', subjects: [{ type: 'person', id }, { type: 'link', id: link }], detail: { askedBy: exportAskedBy } });
    return { person, secret };
  },
  done: ({ person, secret }, context) => linkView(person, `${context.publicUrl}/my-data/${secret}`, context),
  again: showRightsAgain,
});

function linkView(person: Person, address: string, context: ViewContext) {
  const { locale } = context;
  return (
    <PersonPage person={person} part="rights" title={text(locale, 'export.title')} below={{ href: `/people/${person.id}/rights`, label: text(locale, 'rights.title') }} context={context}>
      <Alert kind="warning">{text(locale, 'export.once')}</Alert>
      <Panel title={text(locale, 'export.link')}>
        <p class="ww-wrap">
          <a href={address}>{address}</a>
        </p>
        <Qr svg={qrSvg(address)} label={text(locale, 'export.qr')} />
      </Panel>
    </PersonPage>
  );
}

async function loadOwn({ read, actor, services, tenant, now }: Pick<LoadContext<unknown>, 'read' | 'actor' | 'services' | 'tenant' | 'now'>): Promise<Outcome<WholePerson>> {
  const whole = actor.kind === 'link' ? await gatherPerson(read, { id: actor.subject.id, holdings: services.holdings, authority: tenant.name, now }) : undefined;
  return whole ?? notFound;
}

/** To read and to print. */
export const ownDataPage = page({
  path: '/my-data/:secret',
  permission: { link: purpose },
  event: unrecorded('the person reads what is kept of them'),
  input: z.strictObject({}),
  load: loadOwn,
  view: ({ person, holdings }, context) => (
    <WelcomePage frame={context.frame()} title={text('nl', 'export.read.title')} languages={[]}>
      <p>
        <LinkButton icon="file-down" href={`/my-data/${context.linkSecret}/data.json`}>
          {text('nl', 'export.read.json')}
        </LinkButton>
      </p>
      <h2>{text('nl', 'export.read.person')}</h2>
      <Facts record={person} />
      {Object.entries(holdings)
        .filter(([, records]) => records.length > 0)
        .map(([name, records]) => (
          <>
            <h2>{partText('nl', name)}</h2>
            {records.map((record) => (
              <Panel>
                <Facts record={record} />
              </Panel>
            ))}
          </>
        ))}
    </WelcomePage>
  ),
});

export const ownDataFilePage = page({
  path: '/my-data/:secret/data.json',
  permission: { link: purpose },
  event: unrecorded('the person takes along what is kept of them'),
  input: z.strictObject({}),
  load: loadOwn,
  view: (whole) => download(`${JSON.stringify(whole, null, 2)}\n`, 'application/json; charset=utf-8', 'wegwijs.json'),
});

function Facts({ record }: { record: Record<string, unknown> }) {
  return <SummaryList locale="nl" rows={Object.entries(record).map(([name, value]) => ({ label: name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase(), value: inWords(value) }))} />;
}

/** Nested values one after the other, without the marks of a program. */
function inWords(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join(' · ') || undefined;
  if (typeof value === 'object') return Object.values(value).map(inWords).filter(Boolean).join(', ') || undefined;
  return String(value);
}
