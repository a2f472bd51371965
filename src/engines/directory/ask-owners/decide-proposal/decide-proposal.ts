import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { changeFacts, type Facts } from '../../change-facts.ts';
import type { WholeService } from '../../service.ts';
import { endService } from '../../service.store.ts';
import { findWholeService } from '../../whole-service.store.ts';
import { text } from '../messages.ts';
import { decideProposal, findProposal, proposable, type Proposal } from '../proposal.store.ts';
import { decideProposalView } from './decide-proposal.view.tsx';

export interface ProposalScreen {
  proposal: Proposal;
  service: WholeService;
  errors: FieldErrors;
}

async function screen(read: Read, id: string): Promise<ProposalScreen | undefined> {
  const proposal = await findProposal(read, id);
  const service = proposal && (await findWholeService(read, proposal.serviceId));
  return proposal && service ? { proposal, service, errors: {} } : undefined;
}

export const proposalPage = page({
  path: '/directory/proposals/:id',
  permission: 'directory:change',
  event: unrecorded('a service, no person'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input }): Promise<Outcome<ProposalScreen>> => (await screen(read, input.id)) ?? notFound,
  view: decideProposalView,
});

/** Takes over what was ticked; nothing ticked is a no to all of it. */
export const decideProposalAct = act({
  path: '/directory/proposals/:id',
  permission: 'directory:change',
  event: 'proposal-decided',
  input: z.strictObject({ id: field.id(), version: field.version(), serviceVersion: field.version(), accept: field.list(z.enum([...proposable, 'ended'], 'choose')) }),
  act: async ({ input: { id, version, serviceVersion, accept }, tx, today }): Promise<Outcome<{ service: string; accepted: number }>> => {
    const found = await screen(tx, id);
    if (!found || found.proposal.decision) return found ? changedMeanwhile() : notFound;
    const { proposal, service } = found;
    const decision = accept.length > 0 ? 'accepted' : 'declined';
    if (!(await decideProposal(tx, { id, version, decision }))) return changedMeanwhile();
    if (accept.includes('ended') && proposal.proposed.ended) {
      await endService(tx, service.id, today);
      tx.record({ act: 'service-ended', subjects: [{ type: 'service', id: service.id }] });
    } else if (accept.length > 0) {
      const facts: Facts = Object.fromEntries(proposable.filter((name) => accept.includes(name) && proposal.proposed[name] !== undefined).map((name) => [name, valueOf(name, proposal.proposed[name]!)]));
      const changed = await changeFacts(tx, { service: { ...service, version: serviceVersion }, section: 'about', facts: { ...facts, lastConfirmedOn: today } });
      // Thrown away with all that was done in this transaction: the next look shows what stands there now.
      if (changed === 'meanwhile') return changedMeanwhile();
    }
    tx.record({ act: 'proposal-decided', subjects: [{ type: 'service', id: service.id }], detail: { decision, accepted: accept } });
    return { service: service.id, accepted: accept.length };
  },
  done: ({ accepted }, { locale }) => seeOther('/directory/to-check', { kind: 'done', text: text(locale, accepted > 0 ? 'proposal.accepted' : 'proposal.declined') }),
  again: async (context: AgainContext) => {
    const shown = await screen(context.read, context.params['id']!);
    return shown ? decideProposalView({ ...shown, errors: context.refusal ? { '': text(context.locale, 'proposal.meanwhile') } : context.errors }, context) : notFound;
  },
  api: { summary: 'Take over what an owner proposes, or decline it', output: z.object({ service: z.uuid(), accepted: z.int() }) },
});

/** Text that may be empty stays text; ways to reach become nothing when they were emptied. */
function valueOf(name: (typeof proposable)[number], proposed: string): string | null {
  return name === 'name' || name === 'does' || name === 'enrolment' ? proposed : proposed || null;
}
