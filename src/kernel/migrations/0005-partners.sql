-- What two authorities agreed to share. Each side keeps its own row under the same id; what one side does reaches the other by a job.
create table kernel.agreement (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  state text not null constraint an_agreement_is_in_a_known_state check (state in ('offered', 'joining', 'active', 'ended')),
  purposes text[] not null constraint an_agreement_is_for_something check (cardinality(purposes) > 0),
  -- The other authority; the one that offers learns who it is when its code is used.
  partner_id uuid,
  partner_name text,
  -- SHA-256 of the code by which the other may join, and when it lapses.
  code_hash bytea not null,
  code_expires_at timestamptz not null,
  -- Known to these two alone: with it each makes marks that only the other can compare.
  secret bytea constraint a_shared_secret_has_32_bytes check (length(secret) = 32),
  made_at timestamptz not null,
  active_since timestamptz,
  -- The last day on which it holds; null is until one of them ends it.
  until date,
  ended_at timestamptz,
  ended_by text constraint an_agreement_is_ended_by_someone check (ended_by in ('own', 'partner', 'term', 'code')),
  primary key (tenant_id, id),
  constraint an_active_agreement_has_a_partner check (state <> 'active' or (partner_id is not null and partner_name is not null and secret is not null)),
  constraint an_ended_agreement_says_when check ((state = 'ended') = (ended_at is not null))
);
create unique index one_running_agreement_with_a_partner on kernel.agreement (tenant_id, partner_id) where state in ('joining', 'active');
select kernel.guard('kernel.agreement');
