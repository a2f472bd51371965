-- Who was erased: an id that nothing hangs on any more, so that an older backup cannot bring the person back. Also kept as a line in a
-- file outside the database; `written_at` is when.
create table people.erasure (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  person_id uuid not null,
  asked_by text not null constraint an_erasure_is_asked_by_someone_known check (asked_by in ('person', 'representative', 'authority', 'retention')),
  rule_id uuid,
  erased_by uuid,
  erased_at timestamptz not null,
  written_at timestamptz,
  primary key (tenant_id, id)
);
create unique index a_person_is_erased_once on people.erasure (tenant_id, person_id);
create index erasures_to_write on people.erasure (tenant_id) where written_at is null;
create index erasures_by_moment on people.erasure (tenant_id, erased_at desc);

-- What must stay for now: nobody erases this person, no rule does.
create table people.hold (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  ground text not null constraint a_hold_has_a_known_ground check (ground in ('legal-duty', 'court-case', 'debt', 'complaint', 'asked')),
  source text constraint a_source_is_not_blank check (source <> ''),
  until_day date,
  placed_by uuid,
  placed_at timestamptz not null,
  lifted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index holds_of_a_person on people.hold (tenant_id, person_id) where lifted_at is null;

-- Someone asked to be erased and was told no, with the ground.
create table people.erasure_refusal (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  asked_by text not null constraint a_request_comes_from_someone_known check (asked_by in ('person', 'representative', 'authority')),
  ground text not null constraint a_refusal_has_a_known_ground check (ground in ('legal-duty', 'court-case', 'debt', 'complaint', 'public-task')),
  source text not null constraint a_refusal_names_its_source check (source <> ''),
  refused_by uuid,
  refused_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index refusals_of_a_person on people.erasure_refusal (tenant_id, person_id, refused_at desc);

-- After how long without anything new a person is forgotten by itself. A rule that changes is a new row from a day on.
create table people.retention_rule (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  -- Of whom: who ever had a file (a question, a case, a referral), or who was only ever written down.
  kind text not null constraint a_rule_is_for_a_known_kind check (kind in ('helped', 'registered')),
  years smallint not null constraint a_rule_keeps_from_one_to_fifty_years check (years between 1 and 50),
  warn_weeks smallint not null default 4 constraint a_rule_warns_at_most_a_year_ahead check (warn_weeks between 0 and 52),
  source text not null constraint a_rule_names_its_source check (source <> ''),
  from_day date not null,
  set_by uuid,
  set_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create unique index one_rule_of_a_kind_from_a_day on people.retention_rule (tenant_id, kind, from_day) where ended_at is null;

select kernel.guard('people.erasure');
select kernel.guard('people.hold');
select kernel.guard('people.erasure_refusal');
select kernel.guard('people.retention_rule');
