-- The rules run once a day: what day they ran last.
create table people.retention_run (
  tenant_id uuid primary key references kernel.tenant,
  day date not null
);
select kernel.guard('people.retention_run');
