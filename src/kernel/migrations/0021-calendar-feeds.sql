-- A calendar that renews itself in someone's program: of a colleague, of all who work for an organisation, or of a room.
-- Whoever made it ends it; its link is one of kernel.link and stops with it.
create table kernel.calendar_feed (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  account_id uuid not null,
  of_type text not null constraint a_feed_is_of_a_known_kind check (of_type in ('account', 'organisation', 'room')),
  of_id uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  fetched_at timestamptz,
  -- The program that asked last, as it calls itself.
  fetched_by text,
  failed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references kernel.account
);
create unique index one_feed_of_each_for_a_colleague on kernel.calendar_feed (tenant_id, account_id, of_type, of_id) where ended_at is null;

select kernel.guard('kernel.calendar_feed');
