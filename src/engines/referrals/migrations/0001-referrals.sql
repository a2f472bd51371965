create schema referrals;

create table referrals.referral (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  question_id uuid not null,
  person_id uuid not null,
  service_id uuid not null,
  service_name text not null,
  organisation_name text not null,
  theme text not null,
  state text not null constraint a_referral_is_in_a_known_state
    check (state in ('prepared', 'sent', 'seen', 'accepted', 'declined', 'started', 'done', 'stalled', 'withdrawn')),
  request text not null constraint a_referral_asks_something check (btrim(request) <> ''),
  consent_on date not null,
  consent_way text not null constraint consent_was_given_in_a_known_way check (consent_way in ('spoken', 'spoken-with-interpreter', 'written')),
  shares text[] not null,
  prepared_at timestamptz not null,
  sent_at timestamptz,
  seen_at timestamptz,
  answered_at timestamptz,
  state_since timestamptz not null,
  decline_reason text,
  answer_note text,
  reminders_sent int not null default 0,
  sent_by uuid,
  version int not null default 1,
  primary key (tenant_id, id),
  constraint what_was_sent_has_a_moment check (state in ('prepared', 'withdrawn') or sent_at is not null),
  constraint a_refusal_has_a_reason check (state <> 'declined' or decline_reason is not null),
  constraint an_answer_has_a_moment check (state not in ('accepted', 'declined', 'started', 'done') or answered_at is not null)
);
create index referrals_by_movement on referrals.referral (tenant_id, state, state_since);
create index referrals_of_a_sender on referrals.referral (tenant_id, sent_by, state);
create index referrals_of_a_question on referrals.referral (tenant_id, question_id);
create index referrals_of_a_person on referrals.referral (tenant_id, person_id);
create index referrals_of_a_service on referrals.referral (tenant_id, service_id, sent_at);

-- The terms of referrals as they hold from a day on; none means the usual ones.
create table referrals.terms (
  tenant_id uuid not null references kernel.tenant,
  valid_from date not null,
  first_reminder int not null constraint a_term_is_at_least_a_day check (first_reminder >= 1),
  second_reminder int not null constraint the_second_reminder_comes_after_the_first check (second_reminder > first_reminder),
  stalled int not null constraint a_referral_has_a_week_at_least check (stalled >= 7),
  link int not null constraint the_link_outlives_the_term check (link >= stalled),
  source text not null,
  primary key (tenant_id, valid_from)
);

select kernel.guard('referrals.referral');
select kernel.guard('referrals.terms');

create view referrals.published_referral with (security_invoker = true) as
  select tenant_id, id as referral_id, (sent_at at time zone 'Europe/Brussels')::date as sent_on, service_id, service_name, state,
    case when state in ('prepared', 'sent', 'seen') then null else state end as outcome,
    (answered_at at time zone 'Europe/Brussels')::date as answered_on,
    ((answered_at at time zone 'Europe/Brussels')::date - (sent_at at time zone 'Europe/Brussels')::date)::int as days_to_answer,
    theme
  from referrals.referral where sent_at is not null;
select kernel.publish('referrals.published_referral');
