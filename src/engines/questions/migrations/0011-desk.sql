-- Someone who gives no name but comes back with a code: counted once. Of the code only a keyed hash is kept.
create table questions.pseudonym (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  code_hash bytea not null constraint a_code_is_kept_as_a_hash check (octet_length(code_hash) = 32),
  -- BCP 47: the language in which the card speaks, beside Dutch.
  language text not null default 'nl',
  made_at timestamptz not null,
  made_by uuid,
  -- Whom the code belongs to, once its holder wished to be known; never the other way.
  person_id uuid,
  tied_at timestamptz,
  primary key (tenant_id, id),
  constraint a_code_is_of_one_nobody unique (tenant_id, code_hash),
  constraint a_tied_code_has_a_moment check (person_id is null or tied_at is not null),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index pseudonyms_of_a_person on questions.pseudonym (tenant_id, person_id) where person_id is not null;

-- What a desk records again and again, under a name: its own, or for all.
create table questions.template (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  -- Null: for everyone.
  owner_id uuid,
  label text not null constraint a_template_has_a_label check (label <> ''),
  -- A capital, pressed with Shift.
  hotkey text constraint a_template_has_a_capital_as_its_key check (hotkey ~ '^[A-Z]$'),
  theme text not null,
  sub_theme_id uuid,
  channel text,
  language text,
  handling text[] not null default '{}',
  minutes smallint constraint a_template_takes_up_to_a_working_day check (minutes between 0 and 480),
  service_id uuid,
  made_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references kernel.account,
  foreign key (tenant_id, sub_theme_id) references directory.sub_theme,
  foreign key (tenant_id, service_id) references directory.service
);
create unique index one_template_of_a_key on questions.template (tenant_id, owner_id, hotkey) nulls not distinct where hotkey is not null;

-- Who waits at a counter today. Nothing of it is kept beyond the day.
create table questions.visitor (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  place_id uuid,
  came_on date not null,
  -- The ticket: the how-manieth of this day at this place.
  number int not null,
  -- A first name or initials, when someone likes to be called so.
  called_name text constraint a_visitor_is_called_by_a_short_name check (length(called_name) between 1 and 20),
  language text not null default 'nl',
  theme text,
  waiting_since timestamptz not null,
  called_at timestamptz,
  called_by uuid,
  -- Helped, or gone without.
  left_at timestamptz,
  primary key (tenant_id, id),
  constraint a_visitor_is_called_by_someone check ((called_at is null) = (called_by is null)),
  constraint one_visitor_of_a_ticket unique nulls not distinct (tenant_id, came_on, place_id, number),
  foreign key (tenant_id, place_id) references questions.place
);
create index visitors_here on questions.visitor (tenant_id, waiting_since) where left_at is null;

alter table questions.question
  add column sub_theme_id uuid,
  -- The theme under which it was recorded, where the taxonomy has since put it under another; null where that is `theme`.
  add column recorded_theme text,
  -- Questions of one contact share it; null is a contact of its own.
  add column contact_id uuid,
  add column pseudonym_id uuid,
  -- The service of the social map that one was told about.
  add column service_id uuid,
  add column visit_place text,
  add column visited_on date,
  -- Apart from `minutes`, which is the time with the person.
  add column travel_minutes smallint,
  add column travel_km numeric(5, 1),
  -- The organisation for which the recorder worked on the day it was asked.
  add column employer_id uuid,
  add constraint a_visit_is_of_who_went_along check ((visit_place is null and visited_on is null and travel_minutes is null and travel_km is null) or 'went-along' = any (handling)),
  add constraint travel_takes_up_to_a_working_day check (travel_minutes between 0 and 480),
  add constraint travel_goes_as_far_as_a_day_reaches check (travel_km between 0 and 2000),
  add foreign key (tenant_id, sub_theme_id) references directory.sub_theme,
  add foreign key (tenant_id, pseudonym_id) references questions.pseudonym on delete set null (pseudonym_id),
  add foreign key (tenant_id, service_id) references directory.service,
  add foreign key (tenant_id, employer_id) references directory.organisation;
create index questions_of_a_sub_theme on questions.question (tenant_id, sub_theme_id, asked_at desc, id desc) where sub_theme_id is not null;
create index questions_of_a_contact on questions.question (tenant_id, contact_id) where contact_id is not null;
create index questions_of_a_pseudonym on questions.question (tenant_id, pseudonym_id, asked_at desc) where pseudonym_id is not null;
create index questions_of_an_employer on questions.question (tenant_id, employer_id, asked_at desc, id desc) where employer_id is not null;
create index questions_about_a_service on questions.question (tenant_id, service_id) where service_id is not null;

-- As what all counts by now, of what was recorded otherwise: so far the questions have followed the taxonomy.
create table questions.roll_up (
  tenant_id uuid not null references kernel.tenant,
  -- Code of a theme of the shared list, or id of a sub-theme.
  about text not null,
  sub_theme_id uuid,
  -- The theme that went, or under which the sub-theme stood before.
  theme text,
  counts_as text not null,
  life_domain text not null,
  kind text not null,
  from_day date not null,
  applied_at timestamptz not null,
  primary key (tenant_id, about),
  foreign key (tenant_id, sub_theme_id) references directory.sub_theme
);

select kernel.guard('questions.pseudonym');
select kernel.guard('questions.template');
select kernel.guard('questions.visitor');
select kernel.guard('questions.roll_up');

-- theme, life_domain: as they count by the taxonomy of now. contact_id: questions of one contact share it.
create or replace view questions.published_question with (security_invoker = true) as
  select question.tenant_id, question.id as question_id, asked_on, theme, life_domain, channel, language, nullif(municipality, '') as municipality,
    array_to_string(handling, ',') as handling, minutes::int as minutes, question.person_id is null as anonymous,
    coalesce(recorded_theme, theme) as recorded_theme, sub_theme_id, coalesce(contact_id, question.id) as contact_id,
    visited_on, travel_minutes::int as travel_minutes, travel_km::float8 as travel_km,
    employer_id, organisation.name as employer_name, question.service_id
  from questions.question
  left join directory.published_organisation as organisation on organisation.tenant_id = question.tenant_id and organisation.organisation_id = question.employer_id;
select kernel.publish('questions.published_question');

-- Who asked, for counting each asker once: a person or the holder of a code, as a sign that says no more. Nobody in particular has no row.
create view questions.published_asker with (security_invoker = true) as
  select tenant_id, id as question_id, asked_on, theme, nullif(municipality, '') as municipality, employer_id,
    md5(tenant_id::text || coalesce(person_id, pseudonym_id)::text) as asker, person_id is null as is_pseudonymous
  from questions.question where person_id is not null or pseudonym_id is not null;
select kernel.publish('questions.published_asker');

-- Which series were mapped: what counted as `theme` before (or the sub-theme of it) counts as `counts_as` since from_day.
create view questions.published_mapping with (security_invoker = true) as
  select roll_up.tenant_id, roll_up.theme, sub_theme.label as sub_theme, counts_as, kind, from_day
  from questions.roll_up left join directory.published_sub_theme as sub_theme on sub_theme.tenant_id = roll_up.tenant_id and sub_theme.sub_theme_id = roll_up.sub_theme_id
  where kind <> 'placed';
select kernel.publish('questions.published_mapping');
