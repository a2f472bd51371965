-- Within how many working days an expert answers: dated data, the last one that has begun counts.
create table questions.expert_term (
  tenant_id uuid not null references kernel.tenant,
  valid_from date not null,
  normal_days smallint not null constraint a_term_is_of_working_days check (normal_days between 1 and 60),
  urgent_days smallint not null constraint an_urgent_term_is_no_longer check (urgent_days between 1 and normal_days),
  source text not null constraint a_term_has_a_source check (source <> ''),
  set_at timestamptz not null,
  set_by uuid,
  primary key (tenant_id, valid_from)
);

-- An answer that others can use again, as it stands now; its earlier wordings are in expert_answer_version.
create table questions.expert_answer (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  theme text not null,
  question text not null constraint an_answer_says_to_what check (question <> ''),
  answer text not null constraint an_answer_says_something check (answer <> ''),
  -- Of the law or the page that it rests on: [{ "label": …, "href": … or null }].
  sources jsonb not null constraint an_answer_rests_on_a_source check (jsonb_typeof(sources) = 'array' and jsonb_array_length(sources) > 0),
  answered_on date not null,
  -- From this day on it may no longer hold.
  review_by date not null constraint an_answer_holds_for_a_while check (review_by > answered_on),
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  -- Each word as it stands and by its Dutch stem.
  words tsvector generated always as (strip(to_tsvector('simple', question || ' ' || answer) || to_tsvector('dutch', question || ' ' || answer))) stored,
  version int not null default 1,
  primary key (tenant_id, id)
);
create index expert_answers_by_word on questions.expert_answer using gin (tenant_id, words) with (fastupdate = off);
create index expert_answers_to_review on questions.expert_answer (tenant_id, review_by) where withdrawn_at is null;

create table questions.expert_answer_version (
  tenant_id uuid not null references kernel.tenant,
  answer_id uuid not null,
  version int not null,
  question text not null,
  answer text not null,
  sources jsonb not null,
  review_by date not null,
  written_at timestamptz not null,
  written_by uuid,
  primary key (tenant_id, answer_id, version),
  foreign key (tenant_id, answer_id) references questions.expert_answer
);

-- Who used an answer, and whether it helped.
create table questions.expert_use (
  tenant_id uuid not null references kernel.tenant,
  answer_id uuid not null,
  account_id uuid not null,
  used_at timestamptz not null,
  helped boolean not null,
  primary key (tenant_id, answer_id, account_id),
  foreign key (tenant_id, answer_id) references questions.expert_answer
);

-- A professional's question about residence and legal position, without who it is about.
create table questions.expert_question (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  theme text not null,
  urgency text not null constraint a_question_is_normal_or_urgent check (urgency in ('normal', 'urgent')),
  question text not null constraint an_expert_is_asked_something check (question <> ''),
  -- A colleague, or a partner who works by link.
  asked_by uuid,
  partner_name text,
  partner_email text,
  constraint a_colleague_or_a_partner_asks check ((asked_by is null) = (partner_email is not null) and (partner_email is null) = (partner_name is null)),
  -- Stays inside: whoever is asked sees the case only when they may see it anyway.
  help_question_id uuid,
  state text not null constraint an_expert_question_has_a_known_state check (state in ('unconfirmed', 'asked', 'taken', 'paused', 'answered', 'withdrawn')),
  made_at timestamptz not null,
  asked_at timestamptz constraint a_clock_runs_from_asking check (state = 'unconfirmed' or asked_at is not null),
  -- Working days, as they held when it was asked.
  term_days smallint not null,
  due_on date constraint a_clock_has_an_end check (state = 'unconfirmed' or due_on is not null),
  taken_by uuid,
  taken_at timestamptz,
  answered_at timestamptz constraint an_answer_has_its_moment check ((answered_at is not null) = (state = 'answered')),
  -- The answer for whoever asked; where it can be used again, what it became is in answer_id.
  answer text,
  sources jsonb,
  answer_id uuid,
  read_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, help_question_id) references questions.question on delete set null (help_question_id),
  foreign key (tenant_id, answer_id) references questions.expert_answer
);
create index expert_questions_by_state on questions.expert_question (tenant_id, state, due_on);
create index expert_questions_of_an_asker on questions.expert_question (tenant_id, asked_by, made_at desc);

-- What the expert asked back and what was replied. From the one to the other the clock stands still.
create table questions.expert_message (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  question_id uuid not null,
  from_expert boolean not null,
  words text not null,
  at timestamptz not null,
  by_account uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, question_id) references questions.expert_question on delete cascade
);
create index messages_of_an_expert_question on questions.expert_message (tenant_id, question_id, at);

select kernel.guard('questions.expert_term');
select kernel.guard('questions.expert_answer');
select kernel.guard('questions.expert_answer_version');
select kernel.guard('questions.expert_use');
select kernel.guard('questions.expert_question');
select kernel.guard('questions.expert_message');

-- One row a question that was confirmed, without what was asked and by whom. in_time is null until it is answered.
create view questions.published_expert_question with (security_invoker = true) as
  select tenant_id, id as question_id, theme, urgency, (asked_at at time zone 'Europe/Brussels')::date as asked_on, due_on,
    (answered_at at time zone 'Europe/Brussels')::date as answered_on, (answered_at at time zone 'Europe/Brussels')::date <= due_on as in_time
  from questions.expert_question where state not in ('unconfirmed', 'withdrawn');
select kernel.publish('questions.published_expert_question');

-- How many were answered a month (of the answer) and theme, and how many of those in time. Counts as they are: to be released
-- through the figures, which hide the small ones.
create view questions.published_expert_month with (security_invoker = true) as
  select tenant_id, date_trunc('month', answered_on)::date as month, theme, count(*)::int as n, count(*) filter (where in_time)::int as in_time
  from questions.published_expert_question where answered_on is not null group by tenant_id, date_trunc('month', answered_on)::date, theme;
select kernel.publish('questions.published_expert_month');
