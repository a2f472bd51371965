-- What sender and receiver write to each other after the referral was sent. Who is erased takes them along.
create table referrals.note (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  referral_id uuid not null,
  written_by text not null constraint a_note_is_of_one_of_the_two check (written_by in ('sender', 'receiver')),
  body text not null constraint a_note_says_something check (btrim(body) <> ''),
  written_at timestamptz not null,
  account_id uuid,
  primary key (tenant_id, id),
  constraint a_note_is_of_a_referral foreign key (tenant_id, referral_id) references referrals.referral (tenant_id, id)
);
create index notes_of_a_referral on referrals.note (tenant_id, referral_id, written_at);

select kernel.guard('referrals.note');
