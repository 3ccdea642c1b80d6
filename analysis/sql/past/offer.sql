-- One row per form that an offer had after some entry: its stage and what it claims.
-- The macros that ask who fits a cell read it as they read the offers of today.
create table marts.offer as
with
    form as (
        select distinct
            offer_key, organisation_key, stage, counts_as, named, claimed, unanswered
        from received_stood
    )

select
    row_number() over (order by offer_key, stage, named, claimed, unanswered)::integer as offer,
    dense_rank() over (order by organisation_key)::integer as organisation,
    offer_key,
    organisation_key,
    stage,
    counts_as,
    named::hugeint as named,
    claimed::hugeint as claimed,
    unanswered::hugeint as unanswered
from form
