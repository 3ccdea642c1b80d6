-- One row per offer that staff chose to keep beside its resubmission.
create table raw.kept as
select distinct offer_key
from received_kept
