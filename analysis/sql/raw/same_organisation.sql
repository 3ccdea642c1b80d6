-- One row per organisation key that staff joined to others, with the key of them all.
create table raw.same_organisation as
select name_key, organisation_key
from received_same_organisation
