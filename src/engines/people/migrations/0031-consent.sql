-- To which organisation what may be told of a person, for what, on what ground, from when until when. A change is a new row: what
-- held on a day stays readable. The organisation is one of the social map, or only a name.
create table people.consent (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  recipient_id uuid,
  recipient_name text not null constraint a_consent_names_its_recipient check (recipient_name <> ''),
  purpose text not null constraint a_purpose_is_a_code check (purpose ~ '^[a-z]+(-[a-z]+)*$'),
  basis text not null constraint sharing_has_a_legal_basis check (basis in ('consent', 'legal-duty', 'public-task', 'vital-interest')),
  -- How the person said so; a ground in law needs no saying.
  way text constraint consent_is_given_in_a_known_way check (way in ('spoken', 'spoken-with-interpreter', 'written')),
  -- Beside the name: codes such as 'phone' and 'languages'.
  shares text[] not null,
  from_day date not null,
  -- The last day on which it holds; null when no end was agreed.
  until_day date,
  -- From this day on it holds no more.
  withdrawn_on date,
  withdrawn_by text constraint consent_is_withdrawn_by_someone_known check (withdrawn_by in ('person', 'authority')),
  -- The one that took its place when it was renewed.
  renewed_by uuid,
  given_at timestamptz not null,
  constraint consent_was_given_in_some_way check (basis <> 'consent' or way is not null),
  constraint a_consent_ends_after_it_begins check (until_day >= from_day),
  constraint a_withdrawal_says_by_whom check ((withdrawn_on is null) = (withdrawn_by is null)),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade,
  foreign key (tenant_id, renewed_by) references people.consent on delete set null (renewed_by)
);
create index consents_of_a_person on people.consent (tenant_id, person_id, recipient_id, purpose);
create index consents_that_end on people.consent (tenant_id, until_day) where withdrawn_on is null;

select kernel.guard('people.consent');
