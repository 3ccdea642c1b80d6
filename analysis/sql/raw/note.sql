-- One row per note about an organisation's enquiry; the newest counts.
create table raw.note as
select
    entry::integer as entry, organisation_key, next_action, nullif(due, '')::date as due, owner, text
from received_note
