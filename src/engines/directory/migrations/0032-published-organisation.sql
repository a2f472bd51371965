create view directory.published_organisation with (security_invoker = true) as
  select tenant_id, id as organisation_id, name from directory.organisation;
select kernel.publish('directory.published_organisation');
