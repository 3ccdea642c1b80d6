-- One row: the end of the day up to which the record is asked of, by its own dates;
-- null
-- where it is asked of as it stands.
create table raw.until as
select ends_at::timestamptz as ends_at
from received_until
