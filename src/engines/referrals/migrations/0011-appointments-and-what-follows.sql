-- An appointment is a state of its own, with its facts; an answer can be taken back; what came back is settled one way; the person
-- may be told. Moves rows between engines, once: what a referral knew of consent goes to people. Rows from before keep what they say: none has an appointment, nobody was asked whether they may be told.
alter table referrals.referral
  drop constraint a_referral_is_in_a_known_state,
  drop constraint an_answer_has_a_moment,
  alter column person_id drop not null,
  add column organisation_id uuid,
  add column state_before text,
  add column appointment_at timestamptz,
  add column appointment_place text,
  add column appointment_with text,
  add column appointment_version int not null default 0,
  add column slot_id uuid,
  add column tells boolean not null default false,
  -- How the service answered was told to the social map, once for each sending.
  add column answer_noted boolean not null default false,
  add column settled_at timestamptz,
  add column settled_how text constraint what_came_back_is_settled_in_a_known_way check (settled_how in ('elsewhere', 'along', 'left')),
  add column next_id uuid,
  add constraint a_referral_is_in_a_known_state
    check (state in ('prepared', 'sent', 'seen', 'accepted', 'declined', 'appointment', 'started', 'done', 'stalled', 'withdrawn')),
  add constraint an_answer_has_a_moment check (state not in ('accepted', 'declined', 'appointment', 'started', 'done') or answered_at is not null),
  add constraint an_appointment_has_a_moment check (state <> 'appointment' or appointment_at is not null),
  add constraint what_is_settled_has_a_way check ((settled_at is null) = (settled_how is null));
create index referrals_of_an_organisation on referrals.referral (tenant_id, organisation_id, state_since) where state not in ('prepared', 'withdrawn');
create index appointments_of_referrals on referrals.referral (tenant_id, appointment_at) where state = 'appointment';

-- The owner of the tables reads past the policy for this one filling in of what older rows lack.
alter table referrals.referral no force row level security;
alter table directory.service no force row level security;
update referrals.referral set organisation_id = service.organisation_id
  from directory.service where service.tenant_id = referral.tenant_id and service.id = referral.service_id;
-- Consent is kept in one place, with the person, per organisation: what stood with a referral becomes one there, from the same day
-- and without an agreed end. What was prepared for a service that is gone keeps the organisation's name.
alter table people.person no force row level security;
alter table people.consent no force row level security;
insert into people.consent (tenant_id, id, person_id, recipient_id, recipient_name, purpose, basis, way, shares, from_day, given_at)
  select referral.tenant_id, gen_random_uuid(), referral.person_id, referral.organisation_id, referral.organisation_name, 'referral', 'consent', referral.consent_way,
    referral.shares, referral.consent_on, referral.prepared_at
  from referrals.referral join people.person on person.tenant_id = referral.tenant_id and person.id = referral.person_id
  where referral.organisation_name <> '';
alter table people.consent force row level security;
alter table people.person force row level security;
alter table directory.service force row level security;
alter table referrals.referral force row level security;
alter table referrals.referral drop column consent_on, drop column consent_way;

-- The mailbox of an organisation to which referrals go, with its standing list of what waits.
create table referrals.inbox (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  organisation_id uuid not null,
  email text not null,
  made_at timestamptz not null,
  opened_at timestamptz,
  withdrawn_at timestamptz,
  primary key (tenant_id, id)
);
create unique index one_inbox_per_mailbox_of_an_organisation on referrals.inbox (tenant_id, organisation_id, lower(email));

-- Until when a link shows what it is for. After that, for a while, all that it can do is ask for a new one at the known address.
create table referrals.receiver_link (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  subject_id uuid not null,
  until date not null,
  primary key (tenant_id, id)
);

-- What a person is told of a referral: once, when it is due, and only when it still holds.
create table referrals.telling (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  referral_id uuid not null,
  kind text not null constraint a_telling_is_of_a_known_kind
    check (kind in ('accepted', 'declined', 'appointment', 'appointment-moved', 'appointment-cancelled', 'day-before')),
  -- The version of the appointment that it tells of.
  appointment_version int not null,
  due_at timestamptz not null,
  state text not null constraint a_telling_is_in_a_known_state check (state in ('planned', 'told', 'by-hand', 'dropped')),
  channel text,
  language text,
  ended_at timestamptz,
  primary key (tenant_id, id),
  constraint a_telling_is_of_a_referral foreign key (tenant_id, referral_id) references referrals.referral (tenant_id, id)
);
create index tellings_of_a_referral on referrals.telling (tenant_id, referral_id, due_at);

select kernel.guard('referrals.inbox');
select kernel.guard('referrals.receiver_link');
select kernel.guard('referrals.telling');

-- An appointment is an answer that takes the person on; what came back keeps its outcome however it was settled.
create or replace view referrals.published_referral with (security_invoker = true) as
  select tenant_id, id as referral_id, (sent_at at time zone 'Europe/Brussels')::date as sent_on, service_id, service_name, state,
    case when state in ('prepared', 'sent', 'seen') then null else state end as outcome,
    (answered_at at time zone 'Europe/Brussels')::date as answered_on,
    ((answered_at at time zone 'Europe/Brussels')::date - (sent_at at time zone 'Europe/Brussels')::date)::int as days_to_answer,
    theme
  from referrals.referral where sent_at is not null;
select kernel.publish('referrals.published_referral');
