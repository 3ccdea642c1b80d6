-- One row per wording that the vocabulary knows, by dimension.
create table raw.wording as
select dimension, wording, code
from received_wording
