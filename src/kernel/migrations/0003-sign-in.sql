-- By what an account signs in: a password together with an authenticator, or a passkey. Each is a row with its moment.
create table kernel.password (
  tenant_id uuid not null,
  account_id uuid not null,
  -- scrypt$log2(N)$r$p$salt$hash, so that the cost can be raised.
  hash text not null constraint a_password_is_kept_hashed check (hash like 'scrypt$%'),
  changed_at timestamptz not null,
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references kernel.account
);

-- The app that makes one-time codes. Its secret is sealed with a key that stands outside the database.
create table kernel.authenticator (
  tenant_id uuid not null,
  account_id uuid not null,
  sealed_secret bytea not null,
  -- The time step of the last code that was used: a code counts once.
  last_step bigint not null,
  made_at timestamptz not null,
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references kernel.account
);

create table kernel.recovery_code (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references kernel.account
);
create unique index a_recovery_code_is_one_of_a_kind on kernel.recovery_code (tenant_id, account_id, code_hash);

create table kernel.passkey (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null constraint a_passkey_has_a_name check (name <> ''),
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references kernel.account
);
create unique index a_passkey_belongs_to_one_account on kernel.passkey (tenant_id, credential_id);
create index passkeys_of_an_account on kernel.passkey (tenant_id, account_id);

-- A challenge that a passkey answered is spent; kept until it would have expired by itself.
create table kernel.spent_challenge (
  tenant_id uuid not null references kernel.tenant,
  challenge_hash bytea not null,
  expires_at timestamptz not null,
  primary key (tenant_id, challenge_hash)
);

-- How often something was tried in a stretch of time. The key is a hash: whose account or which address cannot be read.
create table kernel.attempt (
  tenant_id uuid not null references kernel.tenant,
  key bytea not null,
  count int not null,
  ends_at timestamptz not null,
  primary key (tenant_id, key)
);

alter table kernel.account add column seen_at timestamptz;

alter table kernel.session add column id uuid not null default gen_random_uuid();
alter table kernel.session add column method text not null default 'password'
  constraint a_session_began_in_a_known_way check (method in ('password', 'recovery-code', 'passkey', 'invitation', 'demo'));
-- Browser and system as its holder knows them, 'Firefox, Windows'.
alter table kernel.session add column device text;
create unique index a_session_is_found_by_its_id on kernel.session (tenant_id, id);

select kernel.guard('kernel.password');
select kernel.guard('kernel.authenticator');
select kernel.guard('kernel.recovery_code');
select kernel.guard('kernel.passkey');
select kernel.guard('kernel.spent_challenge');
select kernel.guard('kernel.attempt');
