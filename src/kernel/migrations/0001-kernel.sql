create schema kernel;

-- An empty setting, which is what a finished transaction leaves behind, is no tenant: it finds nothing.
create function kernel.current_tenant() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('wegwijs.tenant', true), '')::uuid $$;

-- The name of the application's role is a setting of the connection that migrates.

-- Closes a table: its rows are their tenant's alone, for everyone, its owner included.
create function kernel.guard(guarded regclass) returns void language plpgsql as $$
declare
  app_role text := current_setting('wegwijs.app_role');
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy tenant_only on %s using (tenant_id = (select kernel.current_tenant())) with check (tenant_id = (select kernel.current_tenant()))', guarded);
  execute format('grant usage on schema %s to %I', split_part(guarded::text, '.', 1), app_role);
  execute format('grant select, insert, update, delete on %s to %I', guarded, app_role);
end $$;

-- Opens a view to readers of other engines; it must be security_invoker, or it would walk around the policies.
create function kernel.publish(published regclass) returns void language plpgsql as $$
declare
  app_role text := current_setting('wegwijs.app_role');
begin
  if not coalesce((select 'security_invoker=true' = any (reloptions) from pg_class where oid = published), false) then
    raise exception 'view % must be made with (security_invoker = true)', published;
  end if;
  execute format('grant select on %s to %I', published, app_role);
end $$;
