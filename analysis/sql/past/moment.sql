-- One row per entry after which the record is looked at, and the one before it.
create table marts.moment as
select
    after_entry::integer as after_entry,
    lag(after_entry) over (order by after_entry)::integer as earlier_entry
from received_moment
