-- A person over time. What was written down by mistake is taken away, not erased: whoever did it can take that back.

-- A name that a person bore before: they are still found by it.
alter table people.person_name drop constraint another_name_is_of_a_known_kind;
alter table people.person_name add constraint another_name_is_of_a_known_kind check (kind in ('script', 'spelling', 'birth', 'called', 'former'));

-- How well a person understands, reads, speaks and writes a language, each time that someone told or tested it. Levels of the Common
-- European Framework; 'none' is not at all, 'mother' a mother tongue; null was not assessed.
create table people.language_assessment (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  language text not null constraint a_language_is_a_bcp_47_code check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  listening text constraint listening_has_a_level check (listening in ('none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'mother')),
  reading text constraint reading_has_a_level check (reading in ('none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'mother')),
  speaking text constraint speaking_has_a_level check (speaking in ('none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'mother')),
  writing text constraint writing_has_a_level check (writing in ('none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'mother')),
  assessed_on date not null,
  how text not null constraint an_assessment_is_made_in_a_known_way check (how in ('told', 'heard', 'tested', 'certificate')),
  assessed_by text constraint who_assessed_is_not_blank check (assessed_by <> ''),
  version int not null default 1,
  noted_at timestamptz not null,
  removed_at timestamptz,
  constraint an_assessment_says_something check (num_nonnulls(listening, reading, speaking, writing) > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index assessments_of_a_person on people.language_assessment (tenant_id, person_id);

-- On what ground a person stays, from when until when; until_day is the first day on which it no longer held.
create table people.status_period (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- A code of the list of kinds of stay: data that each authority can add to, see reference_term.
  type text not null constraint a_status_has_a_type check (type <> ''),
  from_day date,
  until_day date,
  document text constraint a_document_is_not_blank check (document <> ''),
  document_number text constraint a_document_number_is_not_blank check (document_number <> ''),
  -- The last day on which the document is valid.
  expires_on date,
  version int not null default 1,
  noted_at timestamptz not null,
  removed_at timestamptz,
  constraint a_status_ends_after_it_began check (until_day >= from_day),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index statuses_of_a_person on people.status_period (tenant_id, person_id);
create index statuses_by_expiry on people.status_period (tenant_id, expires_on) where removed_at is null and until_day is null;

-- Where a person lives apart from their household: a room for students, a centre, a hospital.
create table people.own_address (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null constraint an_own_address_is_of_a_known_kind check (kind in ('student-room', 'reception', 'hospital', 'care', 'detention', 'with-others', 'other')),
  street text,
  number text,
  box text,
  postcode text,
  municipality text,
  from_day date,
  until_day date,
  takes_letters boolean not null default false,
  version int not null default 1,
  noted_at timestamptz not null,
  removed_at timestamptz,
  constraint an_own_address_ends_after_it_began check (until_day >= from_day),
  constraint an_own_address_says_something check (num_nonnulls(street, number, box, postcode, municipality) > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index own_addresses_of_a_person on people.own_address (tenant_id, person_id);

create table people.schooling (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  level text not null constraint schooling_has_a_level check (level in ('none', 'primary', 'lower-secondary', 'upper-secondary', 'vocational', 'bachelor', 'master', 'doctorate', 'other')),
  field text constraint a_field_of_study_is_not_blank check (field <> ''),
  school text constraint a_school_is_not_blank check (school <> ''),
  country text constraint a_country_is_an_iso_3166_code check (country ~ '^[A-Z]{2}$'),
  from_year smallint constraint a_school_year_is_of_someone_alive check (from_year between 1900 and 2200),
  until_year smallint constraint a_last_school_year_is_of_someone_alive check (until_year between 1900 and 2200),
  is_completed boolean,
  -- Whether the diploma counts here, by NARIC-Vlaanderen.
  recognition text not null default 'unknown' constraint recognition_is_in_a_known_state check (recognition in ('unknown', 'not-needed', 'wanted', 'asked', 'full', 'level', 'partial', 'refused')),
  recognised_on date,
  recognised_as text constraint what_it_counts_as_is_not_blank check (recognised_as <> ''),
  version int not null default 1,
  noted_at timestamptz not null,
  removed_at timestamptz,
  constraint schooling_ends_after_it_began check (until_year >= from_year),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index schooling_of_a_person on people.schooling (tenant_id, person_id);

-- What a person does by day, from when until when; several at once may be true.
create table people.work_situation (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  situation text not null constraint a_work_situation_is_of_a_known_kind check (situation in ('employed', 'self-employed', 'seeking', 'social-employment', 'training', 'student', 'volunteering', 'caring', 'unable', 'not-allowed', 'retired', 'other')),
  from_day date,
  until_day date,
  version int not null default 1,
  noted_at timestamptz not null,
  removed_at timestamptz,
  constraint a_work_situation_ends_after_it_began check (until_day >= from_day),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index work_situations_of_a_person on people.work_situation (tenant_id, person_id);

create table people.job (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  occupation text not null constraint an_occupation_is_not_blank check (occupation <> ''),
  employer text constraint an_employer_is_not_blank check (employer <> ''),
  country text constraint a_country_is_an_iso_3166_code check (country ~ '^[A-Z]{2}$'),
  from_year smallint constraint a_working_year_is_of_someone_alive check (from_year between 1900 and 2200),
  until_year smallint constraint a_last_working_year_is_of_someone_alive check (until_year between 1900 and 2200),
  is_current boolean not null default false,
  version int not null default 1,
  noted_at timestamptz not null,
  removed_at timestamptz,
  constraint a_job_ends_after_it_began check (until_year >= from_year),
  constraint a_job_of_now_has_no_end check (not (is_current and until_year is not null)),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index jobs_of_a_person on people.job (tenant_id, person_id);

-- What an authority adds to the lists that come with the platform (kinds of stay, kinds of vulnerability), and what it ended of them.
create table people.reference_term (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  list text not null constraint a_term_is_of_a_known_list check (list in ('status', 'vulnerability')),
  code text not null constraint a_term_has_a_code check (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  -- Null for a term that comes with the platform and was only ended here.
  label text constraint a_term_has_words check (label <> ''),
  kind text,
  source text constraint a_source_is_not_blank check (source <> ''),
  valid_from date,
  valid_until date,
  version int not null default 1,
  constraint a_term_ends_after_it_began check (valid_until >= valid_from),
  primary key (tenant_id, id)
);
create unique index one_term_of_a_code on people.reference_term (tenant_id, list, code);

-- What makes a person vulnerable. Kind and words are sealed: without the key outside the database they cannot be read.
create table people.sealed_note (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  sealed bytea not null,
  noted_by uuid,
  version int not null default 1,
  noted_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index sealed_notes_of_a_person on people.sealed_note (tenant_id, person_id);

-- Who opened the sealed part of whose file, why, and until when.
create table people.seal_opening (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  reason text not null constraint an_opening_has_a_known_reason check (reason in ('help', 'danger', 'referral', 'correction', 'asked')),
  reason_text text not null constraint an_opening_is_explained check (reason_text <> ''),
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz,
  constraint a_seal_is_open_for_an_hour_at_most check (ends_at > opened_at and ends_at <= opened_at + interval '60 minutes'),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index openings_of_a_person on people.seal_opening (tenant_id, person_id, account_id, ends_at);
create index openings_by_moment on people.seal_opening (tenant_id, opened_at desc, id);

-- Households that went apart or came together: what moved, so that it can be taken back as long as nothing else changed.
create table people.household_turn (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null constraint a_household_turns_in_a_known_way check (kind in ('split', 'merge')),
  -- Split: who was left and who went. Merge: who came and where to.
  from_household_id uuid not null,
  into_household_id uuid not null,
  on_day date not null,
  -- The memberships and addresses as they were.
  before jsonb not null,
  -- The versions of both right after: another version means that something changed since.
  from_version int not null,
  into_version int not null,
  turned_at timestamptz not null,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, from_household_id) references people.household,
  foreign key (tenant_id, into_household_id) references people.household
);
create index turns_from_a_household on people.household_turn (tenant_id, from_household_id);
create index turns_into_a_household on people.household_turn (tenant_id, into_household_id);

-- How a line of somebody's life stood before it was changed or taken away, one row a change.
create table people.former_entry (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  part text not null,
  entry_id uuid not null,
  was jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index former_entries_of_a_person on people.former_entry (tenant_id, person_id, entry_id);

select kernel.guard('people.language_assessment');
select kernel.guard('people.status_period');
select kernel.guard('people.own_address');
select kernel.guard('people.schooling');
select kernel.guard('people.work_situation');
select kernel.guard('people.job');
select kernel.guard('people.reference_term');
select kernel.guard('people.sealed_note');
select kernel.guard('people.seal_opening');
select kernel.guard('people.household_turn');
select kernel.guard('people.former_entry');
