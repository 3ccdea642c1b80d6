-- One row per spelling of an organisation's name: the key that its spellings share, and
-- the key of the organisation, which is another where staff joined it to others. Offers
-- are told apart by the first, so that no join makes an offer another one.
create table staging.organisation_name as
with
    spelled as (select distinct text as name from raw.answer where field = 'organisation'),

    keyed as (select name, organisation_key(name) as name_key from spelled)

select
    keyed.name,
    keyed.name_key,
    coalesce(joined.organisation_key, keyed.name_key) as organisation_key
from keyed
left join raw.same_organisation as joined using (name_key)
