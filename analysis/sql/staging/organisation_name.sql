-- One row per spelling of an organisation's name, with the key that spellings of one
-- share.
create table staging.organisation_name as
with
    spelled as (select distinct text as name from raw.answer where field = 'organisation')

select name, organisation_key(name) as organisation_key
from spelled
