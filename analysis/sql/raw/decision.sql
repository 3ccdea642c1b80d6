-- One row per wording that staff decided on; the newest entry counts.
create table raw.decision as
select dimension, wording, arg_max(means, entry) as means
from received_decision
group by dimension, wording
