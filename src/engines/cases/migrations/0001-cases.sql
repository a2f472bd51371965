create schema cases;

-- For the rule that one person cannot be at two talks at once.
create extension if not exists btree_gist;

-- A blueprint as it was when it was adopted; never changed, since running cases stay with the version they began with.
create table cases.blueprint (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  blueprint text not null,
  version int not null,
  content jsonb not null,
  kept_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index one_copy_of_a_version on cases.blueprint (tenant_id, blueprint, version);

-- Which practices the authority runs, and what it sets differently.
create table cases.adoption (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  blueprint text not null,
  blueprint_id uuid not null,
  overrides jsonb not null default '{}',
  adopted_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, blueprint_id) references cases.blueprint
);
create unique index a_practice_is_adopted_once on cases.adoption (tenant_id, blueprint);

-- How long a clock runs, from a day on. For a case the term counts that was valid on the day its clock started; a term
-- is added, never changed, so that running cases keep theirs.
create table cases.term (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  blueprint text not null,
  clock text not null,
  duration text not null constraint a_term_is_an_iso_8601_duration check (duration ~ '^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$' and duration <> 'P'),
  valid_from date not null,
  source text not null constraint a_term_has_a_source check (source <> ''),
  set_at timestamptz not null,
  set_by uuid,
  primary key (tenant_id, id)
);
create unique index one_term_from_a_day on cases.term (tenant_id, blueprint, clock, valid_from);

-- Who holds talks: what they speak and where they go. The id is the account's.
create table cases.worker (
  tenant_id uuid not null,
  id uuid not null,
  -- BCP 47.
  languages text[] not null default '{}',
  -- NIS codes; none is everywhere.
  municipalities text[] not null default '{}',
  -- Takes no new talks from this moment on.
  ended_at timestamptz,
  -- The link of the calendar feed that works now.
  feed_made_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references kernel.account
);

create table cases.case_file (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  blueprint text not null,
  blueprint_id uuid not null,
  household_id uuid not null,
  -- The day on which the clock started: for a household, its day of arrival.
  opened_on date not null,
  term_id uuid,
  -- The last day within the term, and the day from which it asks for attention.
  due_on date,
  attention_on date,
  -- When the milestone was reached that stops the clock.
  reached_on date,
  closed_on date,
  outcome text,
  guide_id uuid,
  -- Of the household, so that lists can filter; set right again when the household changes.
  languages text[] not null default '{}',
  municipality text constraint a_municipality_is_a_nis_code check (municipality ~ '^\d{5}$'),
  response_id uuid,
  talk_language text,
  approach text,
  opened_at timestamptz not null,
  version int not null default 1,
  constraint a_closed_case_has_an_outcome check ((closed_on is null) = (outcome is null)),
  primary key (tenant_id, id),
  foreign key (tenant_id, blueprint_id) references cases.blueprint,
  foreign key (tenant_id, term_id) references cases.term,
  foreign key (tenant_id, household_id) references people.household,
  foreign key (tenant_id, guide_id) references kernel.account,
  foreign key (tenant_id, response_id) references questionnaires.response
);
create unique index a_household_has_one_running_case_of_a_practice on cases.case_file (tenant_id, household_id, blueprint) where closed_on is null;
create index cases_of_a_household on cases.case_file (tenant_id, household_id, blueprint);
create index running_cases_by_due_day on cases.case_file (tenant_id, due_on, id) where closed_on is null;
create index closed_cases_by_day on cases.case_file (tenant_id, closed_on desc, id desc) where closed_on is not null;
create index cases_of_a_guide on cases.case_file (tenant_id, guide_id) where closed_on is null;

-- Where each stage, task and milestone of a case's plan stands.
create table cases.plan_item (
  tenant_id uuid not null,
  case_id uuid not null,
  item text not null,
  state text not null constraint an_item_has_a_known_state check (state in ('available', 'active', 'completed', 'terminated')),
  since timestamptz not null,
  primary key (tenant_id, case_id, item),
  foreign key (tenant_id, case_id) references cases.case_file
);

create table cases.appointment (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  worker_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place_kind text not null constraint a_talk_is_at_home_at_the_desk_or_elsewhere check (place_kind in ('home', 'desk', 'other')),
  place text,
  state text not null default 'planned' constraint an_appointment_has_a_known_state check (state in ('planned', 'held', 'missed', 'called-off')),
  reason text,
  -- The family said that it comes.
  confirmed_at timestamptz,
  -- One more with each change that a calendar must hear of.
  sequence int not null default 0,
  changed_at timestamptz not null,
  made_at timestamptz not null,
  version int not null default 1,
  constraint a_talk_ends_after_it_begins check (ends_at > starts_at and ends_at <= starts_at + interval '8 hours'),
  constraint elsewhere_is_somewhere check (place_kind <> 'other' or place <> ''),
  constraint a_guide_holds_one_talk_at_a_time exclude using gist (tenant_id with =, worker_id with =, tstzrange(starts_at, ends_at) with &&) where (state = 'planned'),
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases.case_file,
  foreign key (tenant_id, worker_id) references kernel.account
);
create unique index a_case_has_one_talk_ahead on cases.appointment (tenant_id, case_id) where state = 'planned';
create index appointments_of_a_case on cases.appointment (tenant_id, case_id, starts_at);
create index appointments_of_a_worker on cases.appointment (tenant_id, worker_id, starts_at);

-- A family that cannot come asks for another moment; waits until someone plans one.
create table cases.moment_request (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  appointment_id uuid not null,
  suits text[] not null default '{}',
  words text,
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases.case_file,
  foreign key (tenant_id, appointment_id) references cases.appointment
);
create unique index one_question_for_another_moment_at_a_time on cases.moment_request (tenant_id, case_id) where answered_at is null;

-- A letter that was made, for which moment and in which language beside Dutch. The link in it is kept by its hash only.
create table cases.invitation (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  appointment_id uuid not null,
  appointment_sequence int not null,
  language text not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases.case_file,
  foreign key (tenant_id, appointment_id) references cases.appointment
);
create index invitations_of_a_case on cases.invitation (tenant_id, case_id);

-- A need that was told in the talk and the help question that it became: once each, however often it is sent. No foreign key:
-- a question can be taken back, and the need was told all the same.
create table cases.need (
  tenant_id uuid not null,
  case_id uuid not null,
  page text not null,
  -- The option's code; '' for a need in own words.
  need text not null,
  question_id uuid not null,
  primary key (tenant_id, case_id, page, need),
  foreign key (tenant_id, case_id) references cases.case_file
);

select kernel.guard('cases.blueprint');
select kernel.guard('cases.adoption');
select kernel.guard('cases.term');
select kernel.guard('cases.worker');
select kernel.guard('cases.case_file');
select kernel.guard('cases.plan_item');
select kernel.guard('cases.appointment');
select kernel.guard('cases.moment_request');
select kernel.guard('cases.invitation');
select kernel.guard('cases.need');

-- One row a case, without who it is about. outcome: 'welcomed' or the code of another ending.
create view cases.published_case with (security_invoker = true) as
  select tenant_id, id as case_id, blueprint, opened_on, due_on, reached_on as welcomed_on, closed_on, outcome, municipality, talk_language, approach
  from cases.case_file;
select kernel.publish('cases.published_case');
