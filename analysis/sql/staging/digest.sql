-- One row per submission: a number that two submissions share when their answers are
-- the same.
create view staging.digest as
with
    answers as (
        select import, row, field, text
        from raw.answer
        union all
        select import, row, field, text
        from raw.private
    )

select import, row, sum(hash(field, text)::hugeint) as digest
from answers
group by import, row
