-- The tenants themselves. A sign-in page and a background worker must find them before a tenant is set: they are
-- the one thing that may be read without, and hold nothing about a person.
create table kernel.tenant (
  tenant_id uuid primary key,
  name text not null constraint a_tenant_has_a_name check (name <> ''),
  nis_code text constraint a_nis_code_has_five_digits check (nis_code ~ '^\d{5}$'),
  kind text not null constraint a_tenant_is_of_a_known_kind check (kind in ('municipality', 'welfare-centre', 'partnership')),
  locale text not null constraint staff_work_in_dutch_or_english check (locale in ('nl', 'en')),
  settings jsonb not null default '{}',
  made_at timestamptz not null,
  version int not null default 1
);
alter table kernel.tenant enable row level security;
alter table kernel.tenant force row level security;
create policy found_by_all on kernel.tenant for select using (true);
create policy made_by_itself on kernel.tenant for insert with check (tenant_id = (select kernel.current_tenant()));
create policy changed_by_itself on kernel.tenant for update using (tenant_id = (select kernel.current_tenant()));

create table kernel.chain_head (
  tenant_id uuid primary key references kernel.tenant,
  sequence bigint not null,
  hash bytea not null
);

create table kernel.event (
  tenant_id uuid not null references kernel.tenant,
  sequence bigint not null,
  at timestamptz not null,
  actor_id uuid,
  actor_role text not null,
  act text not null,
  subjects text[] not null,
  detail jsonb not null,
  hash bytea not null,
  primary key (tenant_id, sequence)
);

create table kernel.event_subject (
  tenant_id uuid not null,
  subject text not null,
  sequence bigint not null,
  primary key (tenant_id, subject, sequence)
);

create table kernel.account (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  name text not null constraint an_account_has_a_name check (name <> ''),
  email text not null constraint an_account_has_a_mail_address check (email like '%_@_%'),
  locale text not null constraint staff_work_in_dutch_or_english check (locale in ('nl', 'en')),
  roles text[] not null constraint an_account_has_a_role check (cardinality(roles) > 0),
  made_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id)
);
create unique index one_account_per_mail_address on kernel.account (tenant_id, lower(email)) where ended_at is null;

-- A session's secret is kept as its SHA-256 only.
create table kernel.session (
  tenant_id uuid not null,
  secret_hash bytea not null,
  account_id uuid not null,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, secret_hash),
  foreign key (tenant_id, account_id) references kernel.account
);
create index sessions_of_an_account on kernel.session (tenant_id, account_id);

-- A link gives someone without an account one purpose with one subject, until it expires or is withdrawn.
create table kernel.link (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  secret_hash bytea not null,
  purpose text not null,
  subject_type text not null,
  subject_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz,
  withdrawn_at timestamptz,
  primary key (tenant_id, id)
);
create unique index a_link_is_found_by_its_secret on kernel.link (tenant_id, secret_hash);
create index links_of_a_subject on kernel.link (tenant_id, subject_id);

-- A token lets another program of an organisation act, within its scopes.
create table kernel.api_token (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  secret_hash bytea not null,
  name text not null,
  organisation text not null,
  scopes text[] not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (tenant_id, id)
);
create unique index a_token_is_found_by_its_secret on kernel.api_token (tenant_id, secret_hash);

-- What a request with this key already did: the same request again gets the same answer and changes nothing.
create table kernel.request_key (
  tenant_id uuid not null,
  actor_id uuid not null,
  key text not null,
  route text not null,
  input_hash bytea not null,
  answer jsonb not null,
  made_at timestamptz not null,
  primary key (tenant_id, actor_id, key)
);

create table kernel.job (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  job text not null,
  payload jsonb not null,
  key text,
  not_before timestamptz not null,
  attempts int not null default 0,
  claimed_at timestamptz,
  ended_at timestamptz,
  outcome text constraint a_job_ends_done_or_failed check (outcome in ('done', 'failed')),
  last_error text,
  primary key (tenant_id, id)
);
create unique index one_waiting_job_per_key on kernel.job (tenant_id, job, key) where ended_at is null;
create index jobs_due on kernel.job (tenant_id, not_before) where ended_at is null;

do $$
declare
  app_role text := current_setting('wegwijs.app_role');
begin
  execute format('grant usage on schema kernel to %I', app_role);
  execute format('grant select, insert on kernel.tenant to %I', app_role);
  execute format('grant update (name, nis_code, kind, locale, settings, version) on kernel.tenant to %I', app_role);
end $$;

select kernel.guard('kernel.chain_head');
select kernel.guard('kernel.event');
select kernel.guard('kernel.event_subject');
select kernel.guard('kernel.job');
select kernel.guard('kernel.account');
select kernel.guard('kernel.session');
select kernel.guard('kernel.link');
select kernel.guard('kernel.api_token');
select kernel.guard('kernel.request_key');

-- The log is added to and read, never changed: the application's role cannot.
do $$
declare
  app_role text := current_setting('wegwijs.app_role');
begin
  execute format('revoke update, delete on kernel.event, kernel.event_subject from %I', app_role);
  execute format('revoke delete on kernel.chain_head from %I', app_role);
end $$;
