-- One row per recorded word of an organisation that what we believe of it is right.
create table raw.confirmation as
select entry::integer as entry, organisation_key
from received_confirmation
