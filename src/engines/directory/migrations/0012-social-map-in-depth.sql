-- For whom a service is and on what terms, when it is open, how else it is called: all of one row, so that one version holds for it.
alter table directory.service
  add column offer text not null default 'ordinary' constraint an_offer_is_ordinary_or_special check (offer in ('ordinary', 'special')),
  add column target_group text not null default '',
  add column min_age int constraint an_age_is_one check (min_age between 0 and 120),
  add column max_age int constraint an_age_is_one_too check (max_age between 0 and 120),
  -- CEFR; 'none' says that no Dutch is needed, null that nobody said.
  add column needed_dutch text constraint needed_dutch_is_a_level check (needed_dutch in ('none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
  add column has_interpreter boolean,
  add column conditions text not null default '',
  add column enrolment text not null default '',
  add column cost text constraint a_cost_is_known_or_not check (cost in ('free', 'paid')),
  add column cost_amount numeric(9, 2) constraint an_amount_is_not_negative check (cost_amount >= 0),
  add column cost_note text not null default '',
  add column waiting_days int constraint a_waiting_time_is_not_negative check (waiting_days >= 0),
  add column not_accepting_until date,
  -- { weekly: [{ day, from, until }], holidays, exceptions: [{ from, until, spans, why }] }; what does not fit stays in opening_hours, in words.
  add column hours jsonb,
  -- Per language what the organisation itself wrote in it: { fr: { name, does, enrolment } }.
  add column wording jsonb not null default '{}',
  -- The HSDS document by which it came, so that what the map does not know goes out as it came in.
  add column kept jsonb,
  -- NIS codes of its places, for what is near.
  add column located text[] not null default '{}',
  add column is_public boolean not null default true,
  add column changed_at timestamptz,
  add constraint ages_run_upwards check (min_age is null or max_age is null or min_age <= max_age),
  add constraint only_what_costs_has_an_amount check (cost_amount is null or cost = 'paid'),
  add constraint only_who_stopped_accepting_has_an_end check (not_accepting_until is null or not_accepting_since is not null);

-- What the organisation says of itself.
alter table directory.organisation add column about text not null default '';

-- Where a service is given.
create table directory.place (
  tenant_id uuid not null,
  service_id uuid not null,
  id uuid not null,
  position int not null,
  name text not null default '',
  -- Street and number; more lines for what was written as text.
  street text not null default '',
  postal_code text not null default '',
  city text not null default '',
  nis text constraint a_nis_code_has_five_digits check (nis ~ '^\d{5}$'),
  latitude double precision,
  longitude double precision,
  accessibility text not null default '',
  -- How to get there, in words.
  route text not null default '',
  constraint a_place_says_where_it_is check (name <> '' or street <> '' or city <> '' or latitude is not null),
  constraint coordinates_come_in_pairs check ((latitude is null) = (longitude is null)),
  primary key (tenant_id, service_id, id),
  foreign key (tenant_id, service_id) references directory.service on delete cascade
);

-- Whom to ask for what, by role: a contact need not be a person.
create table directory.contact (
  tenant_id uuid not null,
  service_id uuid not null,
  id uuid not null,
  position int not null,
  role text not null constraint a_contact_has_a_known_role check (role in ('intake', 'referral', 'director', 'other')),
  name text not null default '',
  phone text,
  email text,
  languages text[] not null default '{}',
  note text not null default '',
  constraint a_contact_can_be_named_or_reached check (name <> '' or phone is not null or email is not null),
  primary key (tenant_id, service_id, id),
  foreign key (tenant_id, service_id) references directory.service on delete cascade
);

-- What stood there before and after a change, by section: what the log may not hold.
create table directory.revision (
  tenant_id uuid not null,
  service_id uuid not null,
  version int not null,
  section text not null,
  before jsonb not null,
  after jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (tenant_id, service_id, version),
  foreign key (tenant_id, service_id) references directory.service on delete cascade
);

-- Addresses as text become places: the last line is postal code and town when it reads so, else all lines stay together.
insert into directory.place (tenant_id, service_id, id, position, street, postal_code, city)
select tenant_id, id, id, 0,
  coalesce(rtrim((regexp_match(address, '^(.*)\r?\n\s*\d{4} +\S[^\n]*$'))[1], E'\r'), case when address ~ '^\s*\d{4} +\S[^\n]*$' then '' else address end),
  coalesce((regexp_match(address, '(?:^|\n)\s*(\d{4}) +\S[^\n]*$'))[1], ''),
  coalesce((regexp_match(address, '(?:^|\n)\s*\d{4} +(\S[^\n]*)$'))[1], '')
from directory.service where address is not null and btrim(address, E' \r\n\t') <> '';

update directory.place set nis = municipality.nis from directory.municipality
where municipality.tenant_id = place.tenant_id and lower(municipality.name) = lower(btrim(place.city));
update directory.service set located = array[place.nis] from directory.place
where place.tenant_id = service.tenant_id and place.service_id = service.id and place.nis is not null;

alter table directory.service drop column address;

select kernel.guard('directory.place');
select kernel.guard('directory.contact');
select kernel.guard('directory.revision');
