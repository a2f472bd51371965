-- On a table that is still empty, every index that begins with the tenant seems as good as the primary key, and the checks of
-- foreign keys keep that plan: the first import then looked through all cases for each item of a plan. Begin with what tells apart.
drop index cases.cases_of_a_household;
create index cases_of_a_household on cases.case_file (household_id, tenant_id, blueprint);

drop index cases.appointments_of_a_case;
create index appointments_of_a_case on cases.appointment (case_id, tenant_id, starts_at);
drop index cases.appointments_of_a_worker;
create index appointments_of_a_worker on cases.appointment (worker_id, tenant_id, starts_at);
