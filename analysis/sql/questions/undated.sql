-- One row: how many offers count, and how many of them have no time of their own.
create macro questions.undated() as table
select
    count(*)::bigint as offers,
    count(*) filter (submitted_at is null)::bigint as undated
from marts.offer
where counts_as <> 'nothing'
