import type { ComponentChildren } from 'preact';
import { Tabs, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { text } from './messages.ts';

const parts = [
  { key: 'person', path: '', permission: 'people:read' },
  { key: 'languages', path: '/languages', permission: 'people:read' },
  { key: 'homes', path: '/homes', permission: 'people:read' },
  { key: 'school-and-work', path: '/school-and-work', permission: 'people:read' },
  { key: 'status', path: '/status', permission: 'people:status' },
  { key: 'sealed', path: '/sealed', permission: 'people:sealed' },
  { key: 'network', path: '/network', permission: 'people:read' },
  { key: 'consents', path: '/consents', permission: 'people:read' },
  { key: 'told', path: '/told', permission: 'people:read' },
  { key: 'rights', path: '/rights', permission: 'people:read' },
] as const;
export type PersonPart = (typeof parts)[number]['key'];

/** The parts of a person's file, each a page of its own. */
export function PersonTabs({ id, current, context: { locale, may } }: { id: string; current: PersonPart; context: ViewContext }) {
  return <Tabs label={text(locale, 'tabs.label')} items={parts.filter(({ permission }) => may(permission)).map(({ key, path }) => ({ href: `/people/${id}${path}`, label: text(locale, `tabs.${key}`), current: key === current }))} />;
}

export interface PersonPageProps {
  person: { id: string; name: { full: string } };
  part: PersonPart;
  title: string;
  lead?: ComponentChildren;
  act?: ComponentChildren;
  /** Under which part this page stands, when it is not the part itself. */
  below?: { href: string; label: string };
  context: ViewContext;
  children: ComponentChildren;
}

/** A page of a person's file. */
export function PersonPage({ person, part, title, lead, act, below, context, children }: PersonPageProps) {
  const { locale } = context;
  const crumbs = [{ href: '/people', label: text(locale, 'people') }, { href: `/people/${person.id}`, label: person.name.full }, ...(below ? [below] : [])];
  return (
    <WorkPage frame={context.frame()} title={title} lead={lead} act={act} crumbs={crumbs}>
      {!below && <PersonTabs id={person.id} current={part} context={context} />}
      {children}
    </WorkPage>
  );
}
