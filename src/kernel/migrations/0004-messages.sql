-- The outbox: every mail and text message, from the moment it is planned. Only an administrator reads it.
create table kernel.message (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  channel text not null constraint a_message_goes_by_mail_or_sms check (channel in ('mail', 'sms')),
  recipient text not null constraint a_message_has_a_recipient check (recipient <> '' and recipient !~ '[\r\n]'),
  subject text not null constraint a_subject_is_one_line check (subject !~ '[\r\n]'),
  body text not null,
  -- The act it belongs to, as a code: 'account-invitation', 'referral-sent'.
  purpose text not null,
  subject_type text,
  subject_id uuid,
  -- waiting → sending → sent | failed | uncertain; kept where there is no server to send it through.
  state text not null constraint a_message_is_in_a_known_state check (state in ('waiting', 'sending', 'sent', 'kept', 'failed', 'uncertain')),
  attempts int not null default 0,
  made_at timestamptz not null,
  claimed_at timestamptz,
  ended_at timestamptz,
  error text,
  primary key (tenant_id, id)
);
create index messages_by_state on kernel.message (tenant_id, state, id);

select kernel.guard('kernel.message');
