-- Buildings in which organisations share rooms.
create table directory.building (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  name text not null constraint a_building_has_a_name check (name <> ''),
  address text,
  -- How to get in: the entrance, the lift, the bell.
  way_in text,
  is_accessible boolean not null default false,
  -- Spans of wall-clock time by day of the week, 1 being Monday: [{"day": 1, "from": "08:30", "until": "18:00"}]. None: always open.
  opening jsonb not null default '[]',
  closes_on_holidays boolean not null default true,
  made_at timestamptz not null,
  ended_on date,
  version int not null default 1,
  primary key (tenant_id, id)
);
create unique index one_building_of_a_name on directory.building (tenant_id, lower(name)) where ended_on is null;

create table directory.room (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  building_id uuid not null,
  name text not null constraint a_room_has_a_name check (name <> ''),
  kind text not null constraint a_room_is_of_a_known_kind check (kind in ('office', 'classroom', 'counter', 'meeting')),
  capacity int not null constraint a_room_holds_someone check (capacity > 0),
  floor text,
  is_accessible boolean not null default false,
  equipment text[] not null default '{}',
  note text,
  made_at timestamptz not null,
  ended_on date,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, building_id) references directory.building
);
create unique index one_room_of_a_name_in_a_building on directory.room (tenant_id, building_id, lower(name)) where ended_on is null;

-- Days on which a building, or one room of it, is closed. Legal holidays need not be listed.
create table directory.closure (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  building_id uuid not null,
  room_id uuid,
  from_on date not null,
  until_on date not null,
  why text not null,
  made_at timestamptz not null,
  constraint a_closure_ends_after_it_begins check (until_on >= from_on),
  primary key (tenant_id, id),
  foreign key (tenant_id, building_id) references directory.building,
  foreign key (tenant_id, room_id) references directory.room
);
create index closures_of_a_building on directory.closure (tenant_id, building_id, until_on);

-- What comes back: its rule in the words of RFC 5545, by the clock on the wall.
create table directory.booking_series (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  rule text not null constraint a_series_has_a_rule check (rule like 'FREQ=%'),
  first_on date not null,
  last_on date not null,
  from_time time not null,
  until_time time not null,
  over_holidays boolean not null,
  made_at timestamptz not null,
  constraint a_series_ends_after_it_begins check (last_on >= first_on),
  primary key (tenant_id, id)
);

create table directory.booking (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  series_id uuid,
  -- The day on which the series puts it, whatever day it was moved to.
  series_on date,
  room_id uuid not null,
  organisation_id uuid not null,
  -- Of a consultation: what people come for. A plain booking has none.
  service_id uuid,
  -- Whose calendar it stands in.
  account_id uuid,
  title text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  slot_minutes int constraint a_slot_takes_some_minutes check (slot_minutes between 5 and 240),
  -- Wall-clock spans without slots: [{"from": "12:00", "until": "12:30"}].
  breaks jsonb not null default '[]',
  cancelled_at timestamptz,
  -- Whether that was before the term of the building: then it costs nothing.
  cancelled_in_time boolean,
  made_by uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  sequence int not null default 0,
  version int not null default 1,
  constraint a_booking_ends_after_it_begins check (ends_at > starts_at),
  constraint a_cancelled_booking_says_if_it_was_in_time check ((cancelled_at is null) = (cancelled_in_time is null)),
  constraint consultation_is_of_a_service check (slot_minutes is null or service_id is not null),
  -- Looked at when a statement ends, so that a series that moves by a day does not run into its own old days.
  constraint a_room_is_booked_once exclude using gist (tenant_id with =, room_id with =, tstzrange(starts_at, ends_at) with &&) where (cancelled_at is null) deferrable initially immediate,
  primary key (tenant_id, id),
  foreign key (tenant_id, series_id) references directory.booking_series,
  foreign key (tenant_id, room_id) references directory.room,
  foreign key (tenant_id, organisation_id) references directory.organisation,
  foreign key (tenant_id, service_id) references directory.service,
  foreign key (tenant_id, account_id) references kernel.account
);
create index bookings_of_a_room on directory.booking (tenant_id, room_id, starts_at);
create index bookings_of_a_series on directory.booking (tenant_id, series_id, starts_at) where series_id is not null;
create index bookings_of_an_organisation on directory.booking (tenant_id, organisation_id, starts_at);
create index bookings_of_a_colleague on directory.booking (tenant_id, account_id, starts_at) where account_id is not null;
create index bookings_by_moment on directory.booking (tenant_id, starts_at);

-- A consultation cut into slots. Who has one is a person of the register, someone called by a word, or a referral.
create table directory.slot (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  booking_id uuid not null,
  service_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  taken_at timestamptz,
  taken_by uuid,
  referral_id uuid,
  person_id uuid,
  called text,
  outcome text constraint a_slot_ends_in_a_known_way check (outcome in ('came', 'stayed-away')),
  changed_at timestamptz not null,
  sequence int not null default 0,
  constraint a_slot_ends_after_it_begins check (ends_at > starts_at),
  constraint only_a_taken_slot_is_someones check (taken_at is not null or (taken_by is null and referral_id is null and person_id is null and called is null and outcome is null)),
  primary key (tenant_id, id),
  foreign key (tenant_id, booking_id) references directory.booking,
  foreign key (tenant_id, service_id) references directory.service
);
create unique index a_consultation_has_one_slot_at_a_time on directory.slot (tenant_id, booking_id, starts_at);
create index free_slots on directory.slot (tenant_id, service_id, starts_at) where taken_at is null;
create index slots_by_moment on directory.slot (tenant_id, starts_at);
create index slots_of_a_person on directory.slot (tenant_id, person_id) where person_id is not null;
create index slots_of_a_referral on directory.slot (tenant_id, referral_id) where referral_id is not null;

-- Who came without an appointment. What they are called goes at the end of the day; that someone came stays counted.
create table directory.walk_in (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  building_id uuid not null,
  service_id uuid,
  person_id uuid,
  called text,
  came_at timestamptz not null,
  outcome text constraint a_walk_in_ends_in_a_known_way check (outcome in ('helped', 'left', 'elsewhere')),
  ended_at timestamptz,
  noted_by uuid,
  constraint a_walk_in_ends_with_an_outcome check ((outcome is null) = (ended_at is null)),
  primary key (tenant_id, id),
  foreign key (tenant_id, building_id) references directory.building,
  foreign key (tenant_id, service_id) references directory.service
);
create index walk_ins_of_a_building on directory.walk_in (tenant_id, building_id, came_at);
create index walk_ins_of_a_person on directory.walk_in (tenant_id, person_id) where person_id is not null;

-- What kind of tenant an organisation is to the rooms: tariffs differ by it.
create table directory.renter (
  tenant_id uuid not null references kernel.tenant,
  organisation_id uuid not null,
  kind text not null constraint a_renter_is_of_a_known_kind check (kind in ('authority', 'public', 'association', 'school', 'commercial')),
  -- Their reference for an invoice.
  reference text,
  primary key (tenant_id, organisation_id),
  foreign key (tenant_id, organisation_id) references directory.organisation
);

-- Prices from a day on, in euro cents; the narrowest one that fits a booking counts, and of those the latest.
create table directory.room_tariff (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  building_id uuid not null,
  room_id uuid,
  room_kind text constraint a_tariff_is_for_a_known_kind_of_room check (room_kind in ('office', 'classroom', 'counter', 'meeting')),
  renter text constraint a_tariff_is_for_a_known_kind_of_renter check (renter in ('authority', 'public', 'association', 'school', 'commercial')),
  hour_cents int,
  half_day_cents int,
  day_cents int,
  from_on date not null,
  made_at timestamptz not null,
  constraint a_tariff_has_a_price check (num_nonnulls(hour_cents, half_day_cents, day_cents) > 0),
  constraint a_price_is_not_below_zero check (least(hour_cents, half_day_cents, day_cents) >= 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, building_id) references directory.building,
  foreign key (tenant_id, room_id) references directory.room
);
create unique index one_tariff_a_day on directory.room_tariff (tenant_id, building_id, room_id, room_kind, renter, from_on) nulls not distinct;

-- Until when a booking is cancelled for nothing, what part is asked afterwards, and what half a day is; from a day on.
create table directory.rental_term (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  building_id uuid not null,
  cancel_days int not null constraint a_term_is_not_below_zero check (cancel_days >= 0),
  late_percent int not null constraint a_part_is_a_percentage check (late_percent between 0 and 100),
  half_day_hours int not null constraint half_a_day_has_hours check (half_day_hours between 1 and 12),
  from_on date not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, building_id) references directory.building
);
create unique index one_term_a_day on directory.rental_term (tenant_id, building_id, from_on);

select kernel.guard('directory.building');
select kernel.guard('directory.room');
select kernel.guard('directory.closure');
select kernel.guard('directory.booking_series');
select kernel.guard('directory.booking');
select kernel.guard('directory.slot');
select kernel.guard('directory.walk_in');
select kernel.guard('directory.renter');
select kernel.guard('directory.room_tariff');
select kernel.guard('directory.rental_term');
