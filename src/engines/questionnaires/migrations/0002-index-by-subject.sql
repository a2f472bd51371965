-- On a table that is still empty, every index that begins with the tenant seems as good as the primary key, and the checks of
-- foreign keys keep that plan. Begin with what tells apart.
drop index questionnaires.responses_of_a_subject;
create index responses_of_a_subject on questionnaires.response (subject_id, tenant_id, subject_type);
