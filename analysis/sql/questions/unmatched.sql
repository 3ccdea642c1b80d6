-- One row per wording that nobody has given a meaning, by dimension, with the offers
-- that use it.
create macro questions.unmatched() as table
select
    wording.dimension,
    wording.wording,
    any_value(wording.text) as text,
    count(distinct answer.offer)::bigint as offers
from staging.wording as wording
inner join
    marts.answer as answer
    on wording.dimension = answer.dimension
    and wording.text = answer.text
where wording.term is null and not wording.is_outside and not wording.is_no_answer
group by wording.dimension, wording.wording
order by offers desc, wording.dimension, wording.wording
