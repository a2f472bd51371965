-- From how often on a barrier is put before policy: dated data, the last one that has begun counts.
create table questions.signal_rule (
  tenant_id uuid not null references kernel.tenant,
  valid_from date not null,
  times smallint not null constraint a_count_under_five_is_never_shown check (times between 5 and 500),
  -- Different askers; who stayed anonymous counts with who wrote it down as one.
  voices smallint not null constraint a_signal_has_three_voices_at_least check (voices between 3 and 100),
  days smallint not null constraint a_signal_looks_back_a_month_at_least check (days between 28 and 730),
  source text not null constraint a_rule_has_a_source check (source <> ''),
  set_at timestamptz not null,
  set_by uuid,
  primary key (tenant_id, valid_from)
);

create table questions.signal (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  -- counted: barriers that added up; raised: a colleague's own words.
  origin text not null constraint a_signal_is_counted_or_raised check (origin in ('counted', 'raised')),
  reason text not null,
  theme text not null,
  service_id uuid,
  -- NIS code, or '' where it is a service's or is not known.
  municipality text not null default '',
  words text constraint only_a_raised_signal_has_words check ((words is not null) = (origin = 'raised')),
  raised_by uuid,
  made_at timestamptz not null,
  state text not null constraint a_signal_has_a_known_state
    check (state in ('gathering', 'set-aside', 'before-policy', 'on-agenda', 'decided', 'not-taken-up', 'answered')),
  moved_at timestamptz not null,
  -- How many there are, which stays inside, and how many are told: in steps, and never fewer than before.
  counted int not null default 0,
  shown int not null default 0 constraint a_shown_count_is_a_step_of_five check (shown % 5 = 0 and shown <= counted),
  first_counted_on date,
  last_counted_on date,
  meeting_on date,
  prepared_by text,
  -- Of the last decision, taken up or not: what was asked before it is no measure of what came after.
  decided_on date,
  version int not null default 1,
  constraint on_the_agenda_of_a_meeting check (state <> 'on-agenda' or meeting_on is not null),
  constraint a_counted_signal_is_told_from_five check (origin = 'raised' or shown >= 5),
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references directory.service
);
create unique index one_counted_signal_of_a_kind on questions.signal (tenant_id, reason, theme, service_id, municipality) nulls not distinct where origin = 'counted';
create index signals_by_state on questions.signal (tenant_id, state, moved_at desc);

-- What happened with a signal: by whom, when, and what was said.
create table questions.signal_step (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  signal_id uuid not null,
  step text not null,
  at timestamptz not null,
  by_account uuid,
  meeting_on date,
  prepared_by text,
  reason text,
  words text,
  action text,
  due_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, signal_id) references questions.signal
);
create index steps_of_a_signal on questions.signal_step (tenant_id, signal_id, at);

-- Each time that a signal grew: by enough, of enough people, to be told. So that whatever is subtracted from whatever, it is never one person.
create table questions.signal_batch (
  tenant_id uuid not null references kernel.tenant,
  signal_id uuid not null,
  counted_on date not null,
  n int not null constraint a_signal_grows_by_five_at_least check (n >= 5),
  -- By how much the told count grew.
  shown int not null,
  primary key (tenant_id, signal_id, counted_on),
  foreign key (tenant_id, signal_id) references questions.signal
);

-- Which barriers a signal was made of; stays inside, so that its recorder hears the answer.
create table questions.signal_part (
  tenant_id uuid not null references kernel.tenant,
  -- A barrier counts in one signal only: of a second one it could be subtracted.
  barrier_id uuid not null,
  signal_id uuid not null,
  counted_on date not null,
  recorder_id uuid,
  primary key (tenant_id, barrier_id),
  foreign key (tenant_id, barrier_id) references questions.barrier on delete cascade,
  foreign key (tenant_id, signal_id) references questions.signal
);
create index parts_of_a_signal on questions.signal_part (tenant_id, signal_id, recorder_id);
create index parts_of_a_recorder on questions.signal_part (tenant_id, recorder_id, signal_id);

-- The weeks that were counted: once each, on its first day.
create table questions.signal_round (
  tenant_id uuid not null references kernel.tenant,
  counted_on date not null,
  primary key (tenant_id, counted_on)
);

-- Whom an answer was told, and whether they read it.
create table questions.signal_told (
  tenant_id uuid not null references kernel.tenant,
  step_id uuid not null,
  account_id uuid not null,
  signal_id uuid not null,
  told_at timestamptz not null,
  read_at timestamptz,
  primary key (tenant_id, step_id, account_id),
  foreign key (tenant_id, step_id) references questions.signal_step,
  foreign key (tenant_id, signal_id) references questions.signal
);
create index answers_to_read on questions.signal_told (tenant_id, account_id) where read_at is null;

-- Who wants no mail with an answer; without a row it is sent.
create table questions.signal_preference (
  tenant_id uuid not null references kernel.tenant,
  account_id uuid not null,
  by_mail boolean not null,
  primary key (tenant_id, account_id)
);

select kernel.guard('questions.signal_rule');
select kernel.guard('questions.signal');
select kernel.guard('questions.signal_step');
select kernel.guard('questions.signal_batch');
select kernel.guard('questions.signal_part');
select kernel.guard('questions.signal_round');
select kernel.guard('questions.signal_told');
select kernel.guard('questions.signal_preference');
