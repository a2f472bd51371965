create schema questions;

-- Where questions are asked: the authority's own list of desks, houses and corners.
create table questions.place (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  label text not null constraint a_place_has_a_label check (label <> ''),
  municipality text not null default '' constraint a_municipality_is_a_nis_code_or_unknown check (municipality ~ '^(\d{5})?$'),
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create unique index one_place_of_a_label on questions.place (tenant_id, lower(label)) where ended_at is null;

create table questions.question (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  theme text not null,
  -- Of the theme when it was recorded: a later taxonomy does not change what was counted.
  life_domain text not null,
  channel text not null,
  -- BCP 47: the language in which it was spoken.
  language text not null,
  -- NIS code, or '' where it is not known: a row stays in the order of a sort by municipality.
  municipality text not null default '' constraint a_municipality_is_a_nis_code_or_unknown check (municipality ~ '^(\d{5})?$'),
  place_id uuid,
  -- What was done, in the order of the list of handlings; none when nothing was done yet.
  handling text[] not null default '{}',
  minutes smallint constraint a_question_takes_up_to_a_working_day check (minutes between 0 and 480),
  -- Who asked; null is anonymous.
  person_id uuid,
  household_id uuid,
  -- The talk or trajectory that it came from.
  case_id uuid,
  note text,
  asked_at timestamptz not null,
  asked_on date not null generated always as ((asked_at at time zone 'Europe/Brussels')::date) stored,
  recorded_at timestamptz not null,
  recorded_by uuid,
  closed_at timestamptz,
  version int not null default 1,
  -- Each word of the note as it stands and by its Dutch stem.
  search tsvector generated always as (strip(to_tsvector('simple', coalesce(note, '')) || to_tsvector('dutch', coalesce(note, '')))) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, place_id) references questions.place,
  -- Who is erased leaves the questions behind, as nobody's: what was counted stays counted.
  foreign key (tenant_id, person_id) references people.person on delete set null (person_id),
  foreign key (tenant_id, household_id) references people.household on delete set null (household_id)
);
-- The orders of the list.
create index questions_by_moment on questions.question (tenant_id, asked_at desc, id desc);
create index questions_by_theme on questions.question (tenant_id, theme, asked_at desc, id desc);
create index questions_by_municipality on questions.question (tenant_id, municipality, asked_at desc, id desc);
-- What was recorded last at a desk, and what is still to be done.
create index questions_of_a_recorder on questions.question (tenant_id, recorded_by, recorded_at desc, id desc);
create index open_questions on questions.question (tenant_id, asked_at desc, id desc) where closed_at is null;
create index open_questions_of_a_recorder on questions.question (tenant_id, recorded_by, asked_at desc, id desc) where closed_at is null;
create index questions_of_a_person on questions.question (tenant_id, person_id, asked_at desc) where person_id is not null;
create index questions_of_a_household on questions.question (tenant_id, household_id, asked_at desc) where household_id is not null;
create index questions_of_a_case on questions.question (tenant_id, case_id, asked_at desc) where case_id is not null;
-- Any filters together that find few of many, words of the note included: an eighth of the size of one index above.
-- Without a list of pending entries: a search costs the same just after many were recorded.
create index questions_by_code on questions.question using gin (tenant_id, search, theme, channel, language, municipality, recorded_by) with (fastupdate = off);

-- How many questions a month, kept in the transaction that changes a question. A count is spread over slots, of which a
-- transaction holds one for itself, so that writers at once do not wait for each other; read the sum over the slots.
create table questions.monthly_count (
  tenant_id uuid not null references kernel.tenant,
  month date not null constraint a_month_is_its_first_day check (extract(day from month) = 1),
  theme text not null,
  municipality text not null,
  slot smallint not null,
  n int not null,
  primary key (tenant_id, month, theme, municipality, slot)
);

-- Of one theme or one municipality, without reading all months of all.
create index counts_by_theme on questions.monthly_count (tenant_id, theme, municipality);

select kernel.guard('questions.place');
select kernel.guard('questions.question');
select kernel.guard('questions.monthly_count');

-- One row a question, without who asked and what was said. handling: codes joined by a comma, in the order of their list, '' for none yet.
create view questions.published_question with (security_invoker = true) as
  select tenant_id, id as question_id, asked_on, theme, life_domain, channel, language, nullif(municipality, '') as municipality,
    array_to_string(handling, ',') as handling, minutes::int as minutes, person_id is null as anonymous
  from questions.question;
select kernel.publish('questions.published_question');

create view questions.published_count with (security_invoker = true) as
  select tenant_id, month, theme, nullif(municipality, '') as municipality, sum(n)::int as n
  from questions.monthly_count
  group by tenant_id, month, theme, monthly_count.municipality
  having sum(n) <> 0;
select kernel.publish('questions.published_count');
